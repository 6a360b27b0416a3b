extension German {
  /// What the algorithms compute, and what they take.
  static let procedures: [(english: String, german: String)] = [
    (
      "PageRank in which the relationships of nodes with few of them count less.",
      "PageRank, bei dem die Beziehungen von Knoten mit wenigen weniger zählen."
    ),
    (
      "On how many shortest paths each node lies; a weight counts as length.",
      "Auf wie vielen kürzesten Wegen jeder Knoten liegt; ein Gewicht zählt als Länge."
    ),
    (
      "How often each node stands between two others, by the groups of the three.",
      "Wie oft jeder Knoten zwischen zwei anderen steht, nach den Gruppen der drei."
    ),
    (
      "How near each node is to all others; a weight counts as length.",
      "Wie nah jeder Knoten allen anderen ist; ein Gewicht zählt als Länge."
    ),
    (
      "The number of relationships of each node; with a weight, their total.",
      "Die Zahl der Beziehungen jedes Knotens; mit Gewicht deren Summe."
    ),
    (
      "Nodes are as important as the nodes that point to them.",
      "Knoten sind so wichtig wie die Knoten, die auf sie zeigen."
    ),
    (
      "The sum of 1 / distance over all other nodes; a weight counts as length.",
      "Die Summe von 1 / Entfernung über alle anderen Knoten; ein Gewicht zählt als Länge."
    ),
    (
      "Nodes that point to good nodes, and nodes that good nodes point to (HITS).",
      "Knoten, die auf gute Knoten zeigen, und Knoten, auf die gute zeigen (HITS)."
    ),
    (
      "The number of walks that end at each node, long ones worth less.",
      "Die Zahl der Wege, die bei jedem Knoten enden; lange zählen weniger."
    ),
    (
      "How often a random walk along the relationships is at each node.",
      "Wie oft ein zufälliger Gang entlang der Beziehungen bei jedem Knoten ist."
    ),
    (
      "How often a random walk that starts anew at given nodes is at each node.",
      "Wie oft ein zufälliger Gang, der bei gegebenen Knoten neu beginnt, bei jedem Knoten ist."
    ),
    (
      "Burt's constraint, effective size and efficiency; low constraint means brokerage.",
      "Beschränkung, wirksame Größe und Effizienz nach Burt; geringe Beschränkung heißt Vermittlung."
    ),
    (
      "Groups by the label that weighs most next to a node, one at a time.",
      "Gruppen nach der Marke, die neben einem Knoten am meisten wiegt, Knoten für Knoten."
    ),
    (
      "Groups by the label most frequent among the neighbours, all nodes at once.",
      "Gruppen nach der häufigsten Marke unter den Nachbarn, alle Knoten zugleich."
    ),
    (
      "Groups of nodes with many relationships within and few between them (Leiden).",
      "Gruppen von Knoten mit vielen Beziehungen innen und wenigen untereinander (Leiden)."
    ),
    (
      "Groups of nodes with many relationships within and few between them (Louvain).",
      "Gruppen von Knoten mit vielen Beziehungen innen und wenigen untereinander (Louvain)."
    ),
    (
      "Communities found by Leiden, with their sizes and how separate they are.",
      "Gruppen, die Leiden findet, mit ihren Größen und wie getrennt sie sind."
    ),
    (
      "Groups of nodes without edges inside, as few as a greedy choice finds.",
      "Gruppen von Knoten ohne Beziehungen innen, so wenige eine gierige Wahl findet."
    ),
    (
      "Few nodes so that every node is chosen or a neighbour of a chosen one.",
      "Wenige Knoten, so dass jeder gewählt ist oder Nachbar eines gewählten."
    ),
    (
      "A point for each node; nodes with similar surroundings lie near each other.",
      "Ein Punkt für jeden Knoten; Knoten mit ähnlicher Umgebung liegen nah beieinander."
    ),
    (
      "The most that can flow between two nodes when a weight is a capacity, and along which edges.",
      "Wie viel zwischen zwei Knoten höchstens fließen kann, wenn ein Gewicht eine Kapazität ist, und über welche Beziehungen."
    ),
    (
      "The cheapest way to send an amount between two nodes; a weight is a capacity, in whole units.",
      "Der billigste Weg, eine Menge zwischen zwei Knoten zu senden; ein Gewicht ist eine Kapazität in ganzen Einheiten."
    ),
    (
      "The lightest edges that join all nodes that can be joined.",
      "Die leichtesten Beziehungen, die alle verbindbaren Knoten verbinden."
    ),
    (
      "A light tree that joins given nodes, at most twice as heavy as the lightest.",
      "Ein leichter Baum, der gegebene Knoten verbindet, höchstens doppelt so schwer wie der leichteste."
    ),
    (
      "Pairs of two sides with the best sum of weights, each node of the smaller side at most once.",
      "Paare aus zwei Seiten mit der besten Summe der Gewichte, jeder Knoten der kleineren Seite höchstens einmal."
    ),
    (
      "Divides nodes into parts of equal size that keep connected ones together.",
      "Teilt Knoten in gleich große Teile, die Verbundenes beisammen lassen."
    ),
    (
      "As many pairs as possible of connected nodes, one with a label, one without it.",
      "Möglichst viele Paare verbundener Knoten, einer mit einem Label, einer ohne."
    ),
    (
      "Pairs of connected nodes, nobody in two, with the largest total weight.",
      "Paare verbundener Knoten, niemand in zweien, mit dem größten Gewicht zusammen."
    ),
    (
      "Pairs of two sides from which no two would rather run away together (Gale and Shapley).",
      "Paare aus zwei Seiten, von denen keine zwei einander lieber hätten (Gale und Shapley)."
    ),
    (
      "Seats nodes at tables over rounds; nobody meets twice where possible, connected ones meet.",
      "Setzt Knoten in Runden an Tische; niemand trifft sich zweimal, wo das geht, Verbundene treffen sich."
    ),
    ("All paths of the least cost.", "Alle Pfade mit den geringsten Kosten."),
    (
      "All paths up to a length that visit no node twice.",
      "Alle Pfade bis zu einer Länge, die keinen Knoten zweimal berühren."
    ),
    (
      "The nodes within some hops of a node, nearest first.",
      "Die Knoten bis zu einigen Schritten um einen Knoten, die nächsten zuerst."
    ),
    (
      "The cheapest paths that visit no node twice (Yen).",
      "Die billigsten Pfade, die keinen Knoten zweimal berühren (Yen)."
    ),
    (
      "The nodes that can be reached, each with its depth in a depth-first search, in the order of entering.",
      "Die erreichbaren Knoten mit ihrer Tiefe in einer Tiefensuche, in der Reihenfolge des Betretens."
    ),
    (
      "The cheapest path where costs are kilometres, led by the air distance (A*).",
      "Der billigste Pfad, wo Kosten Kilometer sind, geleitet von der Luftlinie (A*)."
    ),
    (
      "A path with the fewest hops, searched for from both ends.",
      "Ein Pfad mit den wenigsten Schritten, von beiden Enden gesucht."
    ),
    (
      "The cheapest costs to all nodes where costs may be negative (Bellman and Ford).",
      "Die geringsten Kosten zu allen Knoten, wo Kosten negativ sein dürfen (Bellman und Ford)."
    ),
    (
      "Pairs of nodes with at least one neighbour in common, as actors on one project.",
      "Paare von Knoten mit mindestens einem gemeinsamen Nachbarn, wie Akteure eines Projekts."
    ),
    (
      "How many walks lead from a node to each other, long ones worth less.",
      "Wie viele Wege von einem Knoten zu jedem anderen führen; lange zählen weniger."
    ),
    (
      "For each node the nodes to which a relationship is most likely missing.",
      "Für jeden Knoten die, zu denen am ehesten eine Beziehung fehlt."
    ),
    (
      "How many walks of two and three steps lead from a node to each other.",
      "Wie viele Wege aus zwei und drei Schritten von einem Knoten zu jedem anderen führen."
    ),
    (
      "For each node those where a walk that starts anew there is most often.",
      "Für jeden Knoten die, bei denen ein dort neu beginnender Gang am häufigsten ist."
    ),
    ("For each node the nodes whose neighbours are most alike.", "Für jeden Knoten die mit den ähnlichsten Nachbarn."),
    (
      "For each node the nodes whose properties are most alike.",
      "Für jeden Knoten die mit den ähnlichsten Eigenschaften."
    ),
    (
      "How often a walk that starts anew at a node is at each other.",
      "Wie oft ein Gang, der bei einem Knoten neu beginnt, bei jedem anderen ist."
    ),
    (
      "For each node the nodes most like it, because alike nodes point to both.",
      "Für jeden Knoten die ähnlichsten, weil Ähnliches auf beide zeigt."
    ),
    ("Nodes without which a part of the graph falls apart.", "Knoten, ohne die ein Teil des Graphen zerfällt."),
    (
      "Whether nodes are joined with nodes of like degree, and of their own group.",
      "Ob Knoten mit Knoten von ähnlichem Grad und aus der eigenen Gruppe verbunden sind."
    ),
    ("Parts that stay together when any one node goes.", "Teile, die zusammenhalten, wenn irgendein Knoten wegfällt."),
    (
      "The two sides of a graph whose relationships all join the sides, or an odd cycle.",
      "Die zwei Seiten eines Graphen, dessen Beziehungen alle die Seiten verbinden, oder ein ungerader Kreis."
    ),
    (
      "Relationships without which a part of the graph falls apart.",
      "Beziehungen, ohne die ein Teil des Graphen zerfällt."
    ),
    (
      "How closely the neighbours of each node are joined, and the triangles at it.",
      "Wie eng die Nachbarn jedes Knotens verbunden sind, und die Dreiecke an ihm."
    ),
    ("How deep each node lies in the core of the graph.", "Wie tief jeder Knoten im Kern des Graphen liegt."),
    ("One cycle, if there is any.", "Ein Kreis, wenn es einen gibt."),
    ("Cycles of which each cycle is a combination.", "Kreise, aus denen sich jeder Kreis zusammensetzt."),
    ("Diameter, radius, center and average path length.", "Durchmesser, Radius, Mitte und mittlere Weglänge."),
    (
      "The distance from each node to the farthest node that it reaches.",
      "Die Entfernung jedes Knotens zum fernsten, den er erreicht."
    ),
    (
      "Whether the ties of each node lead outside its group (1) or stay within (-1).",
      "Ob die Beziehungen jedes Knotens aus seiner Gruppe hinaus führen (1) oder darin bleiben (-1)."
    ),
    (
      "Groups of nodes that are all joined with one another, largest first.",
      "Gruppen von Knoten, die alle miteinander verbunden sind, die größten zuerst."
    ),
    (
      "Parts in which each node reaches each other along the relationships.",
      "Teile, in denen jeder Knoten jeden entlang der Beziehungen erreicht."
    ),
    (
      "How many nodes and relationships there are, and how densely they are joined.",
      "Wie viele Knoten und Beziehungen es gibt und wie dicht sie verbunden sind."
    ),
    (
      "The nodes so that each relationship leads forward, or a cycle that prevents it.",
      "Die Knoten so, dass jede Beziehung nach vorn führt, oder ein Kreis, der das verhindert."
    ),
    (
      "Parts between which no relationship leads, whatever its direction.",
      "Teile, zwischen denen keine Beziehung führt, gleich in welcher Richtung."
    ),
  ]

  /// What the parameters of algorithms mean.
  static let parameters: [(english: String, german: String)] = [
    ("Types of the relationships to take; all when empty.", "Typen der Beziehungen, die zählen; leer: alle."),
    ("Whether relationships keep their direction.", "Ob Beziehungen ihre Richtung behalten."),
    ("Property with the weight; none when empty.", "Eigenschaft mit dem Gewicht; leer: keines."),
    ("Largest number of threads; the result is the same.", "Größte Zahl der Threads; das Ergebnis ist dasselbe."),
    ("Labels of the nodes to take; all when empty.", "Labels der Knoten, die zählen; leer: alle."),
    ("outgoing, incoming or either.", "outgoing (ausgehend), incoming (eingehend) oder either (beides)."),
    ("Where to begin; the first node when empty.", "Wo es beginnt; leer: beim ersten Knoten."),
    ("Largest number of hops; any when 0.", "Größte Zahl der Schritte; 0: beliebig viele."),
    ("Where to end; the last node when empty.", "Wo es endet; leer: beim letzten Knoten."),
    (
      "Property with the cost of a relationship; each costs 1 when empty.",
      "Eigenschaft mit den Kosten einer Beziehung; leer: jede kostet 1."
    ),
    (
      "Total change of a round at which the scores are settled.",
      "Gesamte Änderung einer Runde, bei der die Werte fest sind."
    ),
    ("How likely the walk goes on, 0 to 1.", "Wie wahrscheinlich der Gang weitergeht, 0 bis 1."),
    ("Exact number of rounds; 0 until the scores settle.", "Genaue Zahl der Runden; 0: bis die Werte fest sind."),
    (
      "Property whose value is the group; nodes without it are one group.",
      "Eigenschaft, deren Wert die Gruppe ist; Knoten ohne sie sind eine Gruppe."
    ),
    (
      "Order in which nodes are visited; 0 for that of their numbers.",
      "Reihenfolge, in der Knoten besucht werden; 0: die ihrer Nummern."
    ),
    (
      "Id of the node to start from; the first node when empty.",
      "Kennung des Knotens, bei dem es beginnt; leer: der erste."
    ),
    ("How often the search goes on from its own result.", "Wie oft die Suche bei ihrem Ergebnis weitergeht."),
    ("How many nodes are sought for each.", "Wie viele Knoten für jeden gesucht werden."),
    ("Above 1 gives smaller communities, below 1 larger ones.", "Über 1 werden die Gruppen kleiner, unter 1 größer."),
    ("Where it flows to; the last node when empty.", "Wohin es fließt; leer: zum letzten Knoten."),
    ("Where it flows from; the first node when empty.", "Woher es fließt; leer: vom ersten Knoten."),
    ("What each further step of a walk is worth.", "Was jeder weitere Schritt eines Weges zählt."),
    ("The label of the left side.", "Das Label der linken Seite."),
    ("Least similarity.", "Kleinste Ähnlichkeit."),
    (
      "Id of the only node to start from; all when empty.",
      "Kennung des einzigen Knotens, bei dem es beginnt; leer: alle."
    ),
    (
      "Id of the only node to compare; all when empty.",
      "Kennung des einzigen Knotens, der verglichen wird; leer: alle."
    ),
    ("How many similar nodes are sought for each.", "Wie viele ähnliche Knoten für jeden gesucht werden."),
    ("How many paths to list.", "Wie viele Pfade gezeigt werden."),
    (
      "scaled by the share of nodes with a path, or classic.",
      "scaled (nach dem Anteil der Knoten mit einem Weg) oder classic."
    ),
    ("maximum or minimum.", "maximum (größte Summe) oder minimum (kleinste)."),
    ("jaccard, overlap, dice or cosine.", "jaccard, overlap, dice oder cosine."),
    (
      "commonNeighbors, adamicAdar, resourceAllocation or preferentialAttachment.",
      "commonNeighbors, adamicAdar, resourceAllocation oder preferentialAttachment."
    ),
    (
      "Which count: outgoing, incoming or either.",
      "Welche zählen: outgoing (ausgehend), incoming (eingehend) oder either (beides)."
    ),
    (
      "Whether to divide by the number of pairs of other nodes.",
      "Ob durch die Zahl der Paare anderer Knoten geteilt wird."
    ),
    ("Whether to divide by the number of other nodes.", "Ob durch die Zahl der anderen Knoten geteilt wird."),
    ("Whether as many pairs as possible come before weight.", "Ob möglichst viele Paare vor dem Gewicht kommen."),
    ("What the random vectors depend on.", "Wovon die Zufallsvektoren abhängen."),
    ("What likeness of neighbours passes on, 0 to 1.", "Wie viel Ähnlichkeit Nachbarn weitergeben, 0 bis 1."),
    ("What each node has from the start.", "Was jeder Knoten von Anfang an hat."),
    ("What draws depend on.", "Wovon Ziehungen abhängen."),
    ("What a walk of three steps is worth.", "Was ein Weg aus drei Schritten zählt."),
    ("The number of tables.", "Die Zahl der Tische."),
    ("The number of rounds.", "Die Zahl der Runden."),
    ("The number of parts.", "Die Zahl der Teile."),
    ("The label of one side.", "Das Label einer Seite."),
    ("Smaller groups are left out.", "Kleinere Gruppen bleiben weg."),
    (
      "Property with the cost of one unit; 1 each when empty or missing.",
      "Eigenschaft mit den Kosten einer Einheit; leer oder nicht da: 1."
    ),
    ("Properties that hold numbers.", "Eigenschaften mit Zahlen."),
    (
      "Properties that hold lists, compared by what they share (Jaccard).",
      "Eigenschaften mit Listen, verglichen nach dem Gemeinsamen (Jaccard)."
    ),
    ("Properties that are the same or not.", "Eigenschaften, die gleich sind oder nicht."),
    (
      "Number of random sources for an estimate; 0 for all nodes.",
      "Zahl zufälliger Ausgangsknoten für eine Schätzung; 0: alle Knoten."
    ),
    ("Largest number of rounds.", "Größte Zahl der Runden."),
    ("Labels of the nodes that are paired; all when empty.", "Labels der Knoten, die gepaart werden; leer: alle."),
    (
      "Ids of the nodes to start at; the first node when empty.",
      "Kennungen der Knoten, bei denen es beginnt; leer: der erste."
    ),
    ("Ids of the nodes to join.", "Kennungen der Knoten, die verbunden werden."),
    ("How often likeness is passed on.", "Wie oft Ähnlichkeit weitergegeben wird."),
    ("How much to send; as much as possible when 0.", "Wie viel gesendet wird; 0: so viel wie möglich."),
    ("How many rounds are made.", "Wie viele Runden gemacht werden."),
    ("How many paths.", "Wie viele Pfade."),
    ("How many partners each node of the right side takes.", "Wie viele Partner jeder Knoten der rechten Seite nimmt."),
    ("How many numbers a point has.", "Wie viele Zahlen ein Punkt hat."),
    ("How likely the walk starts anew, 0 to 1.", "Wie wahrscheinlich der Gang neu beginnt, 0 bis 1."),
    ("Decides which nodes are in the sample.", "Bestimmt, welche Knoten in der Stichprobe sind."),
    ("Chooses between plans that are equally good.", "Wählt zwischen gleich guten Plänen."),
    ("Chooses between divisions that are equally good.", "Wählt zwischen gleich guten Teilungen."),
    ("Below 0 plays popular nodes down.", "Unter 0 zählen vielverbundene Knoten weniger."),
  ]
}
