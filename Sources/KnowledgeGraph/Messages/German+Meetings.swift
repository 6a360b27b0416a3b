extension German {
  /// What planning meetings says.
  static let meetings: [(english: String, german: String)] = [
    (
      "too few people who can be matched ({}); at least two are needed: name more with --actors",
      "zu wenige, die vermittelt werden können ({1}); mindestens zwei sind nötig: mehr nennen mit --actors"
    ),
    (
      "'{}' is not among the people who are to meet; add it with --actors",
      "„{1}“ gehört nicht zu denen, die sich treffen sollen; hinzufügen mit --actors"
    ),
    ("'{}' cannot meet itself; name two people", "„{1}“ kann nicht sich selbst treffen; zwei verschiedene nennen"),
    (
      "'{}' and '{}' stand under both --must and --never; take one away",
      "„{1}“ und „{2}“ stehen unter --must und unter --never; eines davon wegnehmen"
    ),
    (
      "'{}' has more --must than meetings; raise --each or --capacity",
      "„{1}“ hat mehr --must als Treffen; --each oder --capacity erhöhen"
    ),
    (
      "'{}' and '{}' must meet but share no free round; take the --must away",
      "„{1}“ und „{2}“ sollen sich treffen, haben aber keine freie Runde gemeinsam; das --must wegnehmen"
    ),
    (
      "a trio is for one meeting each; leave --trio or --each, --rounds and --capacity away",
      "ein Trio gibt es nur bei einem Treffen je Person; --trio oder --each, --rounds und --capacity weglassen"
    ),
    (
      "nobody here states a need; add ties of the type 'needs', or name --mentees",
      "niemand hier nennt einen Bedarf; Beziehungen der Art „needs“ eintragen oder --mentees nennen"
    ),
    (
      "nobody here states an offer; add ties of the type 'offers', or name --mentors",
      "niemand hier nennt ein Angebot; Beziehungen der Art „offers“ eintragen oder --mentors nennen"
    ),
    (
      "a table has more hosts than seats; raise --size or name fewer --hosts",
      "ein Tisch hat mehr Gastgebende als Plätze; --size erhöhen oder weniger --hosts nennen"
    ),
    (
      "--no-repeats cannot be kept, repeated meetings: {}; fewer --rounds, another --size or more --effort may help, --repeat-cost allows them",
      "--no-repeats ist nicht einzuhalten, Wiederbegegnungen: {1}; weniger --rounds, eine andere --size oder mehr --effort kann helfen, --repeat-cost erlaubt sie"
    ),
    (
      "--no-repeats cannot be kept, repeated meetings: {}; --size {} --rounds {} does without, --repeat-cost allows them",
      "--no-repeats ist nicht einzuhalten, Wiederbegegnungen: {1}; ohne gelingt es mit --size {2} --rounds {3}, --repeat-cost erlaubt sie"
    ),
    (
      "'{}' and '{}' have met already, so that --must and --no-repeats cannot both hold; take one away",
      "„{1}“ und „{2}“ haben sich schon getroffen, --must und --no-repeats schließen sich deshalb aus; eines davon wegnehmen"
    ),
    (
      "'{}' names no topics; give it neededTopics in challenges.json",
      "„{1}“ nennt keine Themen; neededTopics in challenges.json eintragen"
    ),
    (
      "{} can help with '{}', but --teams {} needs {}; ask for fewer --teams or a smaller --size",
      "für „{2}“ kommen in Frage: {1}, für --teams {3} nötig: {4}; weniger --teams oder eine kleinere --size verlangen"
    ),
    (
      "'{}' is neither of a municipality, of civil society, a company nor of research; leave it away",
      "„{1}“ gehört weder zu einer Kommune noch zu Zivilgesellschaft, Wirtschaft oder Forschung; weglassen"
    ),
    ("'{}' is no candidate for a team; leave the rule away", "„{1}“ kommt für kein Team in Frage; die Regel weglassen"),
    (
      "more people are demanded than fit into the teams; name fewer --with",
      "es sind mehr verlangt, als in die Teams passen; weniger --with nennen"
    ),
    ("unknown preset '{}'; there are {}", "unbekannte Gewichtung „{1}“; es gibt {2}"),
    (
      "'{}' is no mentor here and has no --capacity; mentors are {}",
      "„{1}“ begleitet hier niemanden und hat kein --capacity; es begleiten {2}"
    ),
    ("'{}' is no capacity; write NAME=3", "„{1}“ ist keine Zahl von Treffen; NAME=3 schreiben"),
    (
      "the event does not say its rounds and table size; give --rounds and --size",
      "die Veranstaltung nennt weder Runden noch Tischgröße; --rounds und --size angeben"
    ),
    (
      "'{}' exists already; name a new folder for the pack",
      "„{1}“ gibt es schon; einen neuen Ordner für die Mappe nennen"
    ),
    (
      "there is no folder '{}' for history.json; make it, or name another one with --history",
      "den Ordner „{1}“ für history.json gibt es nicht; anlegen oder einen anderen mit --history nennen"
    ),
    (
      "history.json cannot be written in the folder '{}'; allow it, or name another one with --history",
      "history.json lässt sich im Ordner „{1}“ nicht schreiben; erlauben oder einen anderen mit --history nennen"
    ),
    (
      "there is no folder '{}'; name one with --history that holds history.json, or none",
      "den Ordner „{1}“ gibt es nicht; mit --history einen nennen, in dem history.json liegt, oder keinen"
    ),
    (
      "nothing was written; the plan is only what was printed",
      "nichts wurde geschrieben; den Plan gibt es nur in der Ausgabe"
    ),
    ("history.json cannot be read: {}", "history.json kann nicht gelesen werden: {1}"),
    (
      "this is no feedback form: its first line must be that of the form which --pack writes",
      "das ist kein Rückmeldebogen: die erste Zeile muss die des Bogens sein, den --pack schreibt"
    ),
    ("seven fields were expected, there are {}", "sieben Felder werden erwartet, es sind {1}"),
    (
      "the history has no meeting '{}'; record the plan with --record first",
      "der Verlauf kennt kein Treffen „{1}“; den Plan zuerst mit --record vermerken"
    ),
    ("'{}' was not planned for the meeting '{}'", "„{1}“ war für das Treffen „{2}“ nicht vorgesehen"),
    (
      "'{}' is no answer; write accept, decline or met (zugesagt, abgesagt, getroffen)",
      "„{1}“ ist keine Antwort; zugesagt, abgesagt oder getroffen schreiben (accept, decline, met)"
    ),
    (
      "'{}' answers otherwise for '{}' than in line {}; the later answer counts",
      "„{1}“ antwortet zu „{2}“ anders als in Zeile {3}; die spätere Antwort zählt"
    ),
    (
      "nobody in the plan has agreed to be drawn: the pack has no diagram.svg",
      "niemand im Plan hat dem Zeichnen zugestimmt: die Mappe hat kein diagram.svg"
    ),
    (
      "'{}' has not agreed to be drawn and is missing in diagram.svg",
      "„{1}“ hat dem Zeichnen nicht zugestimmt und fehlt in diagram.svg"
    ),
    (
      "no day is known: the calendar is for today; name the day with --date",
      "kein Tag bekannt: der Kalender gilt für heute; den Tag mit --date nennen"
    ),
    (
      "the meeting '{}' stands in another history file; name its folder with --history",
      "das Treffen „{1}“ steht in einer anderen Verlaufsdatei; deren Ordner mit --history nennen"
    ),
    (
      "say who is to meet: --event NAME or --actors A B …",
      "sagen, wer sich treffen soll: --event NAME oder --actors A B …"
    ),
    (
      "say who takes part: --event NAME, --actors A B …, or --mentees and --mentors",
      "sagen, wer teilnimmt: --event NAME, --actors A B … oder --mentees und --mentors"
    ),
    ("without --event say --rounds and --size", "ohne --event sind --rounds und --size nötig"),
    ("only one of --no-repeats and --repeat-cost can hold", "--no-repeats und --repeat-cost schließen einander aus"),
    ("only one of --hosts and --no-hosts can hold", "--hosts und --no-hosts schließen einander aus"),
    (
      "'{}' is no pair; write two names with = between them: A=B",
      "„{1}“ ist kein Paar; zwei Namen mit = dazwischen schreiben: A=B"
    ),
    (
      "--must would break what makes a matching stable; leave it away",
      "--must würde die Stabilität brechen; weglassen"
    ),
    (
      "teams know no --must A=B; name who has to be in one: --with A B",
      "Teams kennen kein --must A=B; wer dabei sein muss, steht unter --with A B"
    ),
    ("--start must be a time such as 12:00", "--start muss eine Uhrzeit sein, etwa 12:00"),
    (
      "--stamp must be a time such as 2027-03-01T09:00:00Z",
      "--stamp muss ein Zeitpunkt sein, etwa 2027-03-01T09:00:00Z"
    ),
  ]
}
