"""Drives a page written by cdograph in a headless Chromium, through chromedriver, with the standard library only.

    python3 browser.py PAGE LANGUAGE

Prints one line for each thing that is wrong, and "ok" at the end when nothing is. Exit status 77: no browser here.
"""
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

KEYS = {"right": "\ue014", "enter": "\ue007", "escape": "\ue00c"}


def main():
    page, language = os.path.abspath(sys.argv[1]), sys.argv[2]
    driver, browser = shutil.which("chromedriver"), shutil.which("chromium") or shutil.which("google-chrome")
    if not driver or not browser:
        print("skipped: no chromium with chromedriver")
        return 77
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        process = subprocess.Popen(
            [driver, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": home})
        try:
            session = Session(port, browser, home)
            try:
                problems = drive(session, "file://" + page, language)
            finally:
                session.call("DELETE", "")
        finally:
            # A test runner may hand down a mask that blocks gentler signals.
            process.kill()
            process.wait()
    for problem in problems:
        print(problem)
    if not problems:
        print("ok")
    return 1 if problems else 0


class Session:
    def __init__(self, port, browser, home):
        self.base = f"http://127.0.0.1:{port}"
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1400,1000",
                     f"--user-data-dir={home}/profile"]
        wanted = {"browserName": "chrome", "goog:loggingPrefs": {"browser": "ALL"},
                  "goog:chromeOptions": {"binary": browser, "args": arguments}}
        for attempt in range(100):
            try:
                answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
                break
            except (ConnectionError, urllib.error.URLError):
                time.sleep(0.2)
        else:
            raise SystemExit("chromedriver does not answer")
        self.base += "/session/" + answer["sessionId"]

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def run(self, script, *arguments):
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, key):
        action = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": action}]})


def drive(session, address, language):
    problems = []

    def check(holds, what):
        if not holds:
            problems.append(what)

    session.call("POST", "/url", {"url": address})
    total = session.run("return JSON.parse(document.getElementById('data').textContent).nodes.length")
    visible = "return [...document.querySelectorAll('#list tbody tr')].filter(r => !r.hidden).length"
    count = "return document.getElementById('count').textContent"
    check(session.run("return document.documentElement.lang") == language, "the language of the page is wrong")
    check(session.run(visible) == total, "the list does not hold every node")
    words = {"de": f"{total} von {total} gezeigt", "en": f"{total} of {total} shown"}
    check(session.run(count) == words[language], "the count is wrong: " + session.run(count))
    check(session.run("return [...Array(%d).keys()].every(i => document.getElementById('n' + i))" % total),
          "a node of the list is not in the picture")
    check(session.run("return !!document.querySelector('#stage svg > title')?.textContent"), "the picture has no title")
    check(session.run("return document.querySelector('#stage svg').getAttribute('role')") == "img", "the picture has no role")
    check(session.run("return [...document.querySelectorAll('input, select')].every(e => e.labels.length === 1)"),
          "a field has no label")

    # Search: umlauts and case do not matter, what does not fit goes.
    first = session.run("return document.querySelector('#list tbody th').textContent.split(' (')[0]")
    search = "const e = document.getElementById('search'); e.value = arguments[0]; e.dispatchEvent(new Event('input'))"
    session.run(search, first.upper())
    check(1 <= session.run(visible) < total, "the search for %s shows %d of %d" % (first, session.run(visible), total))
    check(session.run("return document.querySelectorAll('g.node.off').length") == total - session.run(visible),
          "the picture does not follow the search")
    session.run(search, "xyzzy")
    check(session.run(visible) == 0, "a search for nonsense finds something")
    session.run("document.getElementById('reset').click()")
    check(session.run(visible) == total, "the reset shows not everything")

    # Umlauts as they are typed, in whatever is shown: names, other names, Land, kind, facts, table.
    for word in ("Münsterhack", "muensterhack", "MUNSTERHACK", "Überlingen", "ueberlingen", "strassen", "Beiname", "hess", "tisch 7", "dreizehn"):
        session.run(search, word)
        check(1 <= session.run(visible) < total, "the search for %s shows %d of %d" % (word, session.run(visible), total))
    check(session.run("return [...document.querySelectorAll('#list tbody th')].some(r => r.textContent.includes('Runde 1 · Tisch 7'))"),
          "the list does not say who sits where")
    session.run("document.getElementById('reset').click()")

    # Filters by kind and Land.
    for key in ("kind", "land"):
        if not session.run("return !!document.getElementById('by-%s')" % key):
            continue
        session.run("const e = document.getElementById('by-%s'); e.selectedIndex = 1; e.dispatchEvent(new Event('change'))" % key)
        check(0 < session.run(visible) < total, "the filter by %s does not filter" % key)
        session.run("document.getElementById('reset').click()")
    check(session.run("return !!document.getElementById('by-kind')"), "there is no filter by kind")

    # Keys: an arrow chooses, Escape takes the choice back; details follow.
    session.run("document.getElementById('stage').focus()")
    session.press(KEYS["right"])
    chosen = session.run("return document.querySelectorAll('g.node.chosen').length")
    check(chosen == 1, "an arrow key chooses %d nodes" % chosen)
    check(session.run("return !!document.querySelector('#details h2')"), "the details stay empty")
    name = session.run("return document.querySelector('#details h2').textContent")
    session.press("n")
    check(session.run("return document.querySelectorAll('g.node.chosen').length") == 1, "keys lose the choice")
    check(session.run("return document.querySelector('#details h2').textContent") != name, "N does not move")
    before = session.run("return document.querySelector('#stage svg').getAttribute('viewBox')")
    session.press("+")
    check(session.run("return document.querySelector('#stage svg').getAttribute('viewBox')") != before, "+ does not zoom")
    session.press(KEYS["escape"])
    check(session.run("return document.querySelectorAll('g.node.chosen').length") == 0, "Escape keeps the choice")

    # N goes through the neighbours of one node, whatever it passes.
    most = session.run(
        "const { nodes, edges } = JSON.parse(document.getElementById('data').textContent);"
        "const around = nodes.map((_, i) => [...new Set(edges.filter(e => (e.from === i) !== (e.to === i)).map(e => e.from === i ? e.to : e.from))].map(n => nodes[n].name));"
        "const best = around.reduce((b, n, i) => n.length > around[b].length ? i : b, 0);"
        "document.getElementById('n' + best).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));"
        "return around[best]")
    details = "return document.querySelector('#details h2')?.textContent"
    session.run("document.getElementById('stage').focus()")
    passed = []
    for _ in most:
        session.press("n")
        passed.append(session.run(details))
    check(sorted(passed) == sorted(most), "N passes %s and not %s" % (passed, most))
    session.press(KEYS["escape"])

    # The pointer: hovering shows, a click holds, a click beside lets go.
    names = session.run("return JSON.parse(document.getElementById('data').textContent).nodes.map(n => n.name)")
    hover = "document.getElementById('n' + arguments[0]).dispatchEvent(new PointerEvent('pointerenter'))"
    click = "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))"
    live = "return document.getElementById('details').getAttribute('aria-live')"
    session.run(hover, 0)
    check(session.run(details) == names[0], "hovering shows no details")
    check(session.run(live) == "off", "what the pointer passes is read out")
    session.run(hover, 1)
    check(session.run(details) == names[1], "hovering shows the first node only")
    session.run(click, "#n2")
    session.run(hover, 1)
    check(session.run(details) == names[2], "a click does not hold the choice")
    check(session.run(live) == "polite", "what is chosen is not read out")
    session.run(click, "#stage svg")
    check(session.run(details) is None, "a click beside does not let go")
    session.run(hover, 1)
    session.run("document.getElementById('stage').focus()")
    session.press(KEYS["enter"])
    session.run(hover, 2)
    check(session.run(details) == names[1], "Enter does not hold the choice")
    session.press(KEYS["escape"])
    check(session.run("return [...document.querySelectorAll('#stage a')].every(a => a.tabIndex === -1)"), "Tab stops at links of the picture")
    check(session.run("return [...document.querySelectorAll('g.node a')].every(a => a.getAttribute('xlink:title').startsWith("
                      "JSON.parse(document.getElementById('data').textContent).nodes[+a.closest('g.node').id.slice(1)].name))"),
          "a link of the picture is not called by its node's name")

    # The wheel scrolls the page, and zooms with Ctrl only.
    box = "return document.querySelector('#stage svg').getAttribute('viewBox')"
    wheel = ("const e = new WheelEvent('wheel', { deltaY: 100, ctrlKey: arguments[0], bubbles: true, cancelable: true });"
             "document.getElementById('stage').dispatchEvent(e); return e.defaultPrevented")
    before = session.run(box)
    check(not session.run(wheel, False) and session.run(box) == before, "the wheel zooms without Ctrl")
    check(session.run(wheel, True) and session.run(box) != before, "Ctrl with the wheel does not zoom")
    session.run("document.getElementById('reset').click()")

    # The list says whole sentences: who comes from elsewhere leads to the name of the row.
    check(session.run(
        "const { nodes, edges } = JSON.parse(document.getElementById('data').textContent);"
        "const rows = [...document.querySelectorAll('#list tbody tr')].map(r => r.lastChild.textContent);"
        "return edges.every(e => e.from === e.to || rows.some(r => r.includes(nodes[e.from].name + ' ' + e.label + ' ' + nodes[e.to].name)))"),
        "a sentence of the list has no end")

    # Windows of every width: nothing has to be scrolled sideways.
    for width in (320, 360, 500, 721, 961, 1400):
        session.call("POST", "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}})
        wide = session.run("return document.documentElement.scrollWidth")
        check(wide <= width, "in a window of %d the page is %d wide" % (width, wide))
        check(session.run("return [...document.querySelectorAll('label')].every(l => { const f = document.getElementById(l.htmlFor)"
                          ".getBoundingClientRect(), b = l.getBoundingClientRect(); return b.top < f.bottom && f.top < b.bottom; })"),
              "in a window of %d a label stands apart from its field" % width)
        room = session.run("const s = document.getElementById('stage'), v = document.querySelector('#stage svg').viewBox.baseVal;"
                           "return s.clientHeight - s.clientWidth * v.height / v.width")
        check(room < 2 or session.run("return document.getElementById('stage').clientHeight") < 200,
              "in a window of %d the stage is %d higher than the picture" % (width, room))

    # Nothing came from anywhere else, and nothing went wrong.
    check(session.run("return performance.getEntriesByType('resource').length") == 0, "the page loads something")
    for entry in session.call("POST", "/se/log", {"type": "browser"}):
        problems.append("the console says: " + entry["message"])
    if len(sys.argv) > 3:
        import base64
        with open(sys.argv[3], "wb") as file:
            file.write(base64.b64decode(session.call("GET", "/screenshot")))
    return problems


if __name__ == "__main__":
    sys.exit(main())
