import Foundation
import GraphModel

/// The style, the data and the script of a page.
enum PageParts {
  /// What the script knows: nodes, edges and words.
  ///
  /// `<` is written as an escape, so that no text can end the script element.
  static func data(_ diagram: Diagram, _ words: PageWords) -> String {
    let data = PageData(
      nodes: diagram.nodes.map { node in
        PageData.Node(
          name: node.label, kind: node.facts["kind"]?.text(in: diagram.language) ?? node.kind,
          land: node.facts["land"]?.text(in: diagram.language) ?? "", text: node.tooltip ?? "",
          others: node.otherNames, link: safeLink(node.link), facts: facts(of: node, diagram),
          marks: marks(of: node, diagram, words))
      },
      edges: diagram.edges.map { edge in
        PageData.Edge(
          from: edge.from, to: edge.to, label: edge.label.isEmpty ? edge.kind : edge.label, count: edge.count,
          isDirected: edge.isDirected)
      },
      words: [
        "count": words.count, "all": words.everything, "unknown": words.unknown, "kind": words.kind, "land": words.land,
        "source": words.source, "ties": words.ties, "none": words.none, "hint": words.hint,
        "also": words.also,
      ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(data) else { return "{}" }
    return LabelText.replacing(
      ["<": "\\u003c", "\u{2028}": "\\u2028", "\u{2029}": "\\u2029"], in: String(decoding: json, as: UTF8.self))
  }

  private struct PageData: Codable {
    struct Node: Codable {
      var name: String
      var kind: String
      var land: String
      var text: String
      var others: [String]
      var link: String
      var facts: [[String]]
      var marks: [String]
    }
    struct Edge: Codable {
      var from: Int
      var to: Int
      var label: String
      var count: Int
      var isDirected: Bool
    }
    var nodes: [Node]
    var edges: [Edge]
    var words: [String: String]
  }

  private static func safeLink(_ link: String?) -> String {
    guard let link, ["http", "https", "mailto"].contains(link.prefix { $0 != ":" }.lowercased()) else { return "" }
    return link
  }

  private static func facts(of node: Diagram.Node, _ diagram: Diagram) -> [[String]] {
    node.facts.sorted { $0.key < $1.key }.filter { !["kind", "kinds", "land"].contains($0.key) }.map { key, fact in
      [diagram.factNames[key] ?? key, fact.text(in: diagram.language)]
    }
  }

  private static func marks(of node: Diagram.Node, _ diagram: Diagram, _ words: PageWords) -> [String] {
    var marks = [node.seat(in: diagram.language), node.isLeading ? diagram.leading : nil].compactMap(\.self)
    if node.isExample { marks.append(words.example) }
    if node.isDerived, !node.isExample { marks.append(words.derived) }
    if let change = node.change { marks.append(words.text(for: change)) }
    return marks
  }

  /// The colours of the sheet; contrasts are those that the sheet was checked for.
  static func style(_ style: StyleSheet) -> String {
    """
    :root { --page: \(style.page.background); --text: \(style.text.colour); --line: \(style.marks.backdrop.stroke);
      --box: \(style.marks.backdrop.fill); --boxtext: \(style.text.colour); --mark: \(style.marks.added); }
    * { box-sizing: border-box; }
    body { margin: 0; padding: 0.8rem 1.2rem; background: var(--page); color: var(--text);
      font: 16px/1.45 \(style.text.fonts.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: ", ")); }
    h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.15rem; } header p { margin: 0.2rem 0 0.8rem; }
    .skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: 0.5rem; background: var(--page); }
    #tools { display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center; margin-bottom: 0.7rem; }
    #filters { display: contents; }
    input, select, button { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--text);
      border-radius: 4px; padding: 0.25rem 0.5rem; min-height: 2.2rem; }
    :focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
    main { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 1rem; align-items: start; }
    .field { display: inline-flex; gap: 0.6rem; align-items: center; max-width: 100%; } .field > :last-child { min-width: 0; }
    #stage { border: 1px solid var(--line); width: 100%; max-height: 76vh; min-height: 12rem; overflow: hidden; touch-action: pan-y; cursor: grab; }
    #stage svg { width: 100%; height: 100%; max-height: inherit; min-height: inherit; display: block; }
    #details { border: 1px solid var(--line); background: var(--box); color: var(--boxtext); padding: 0.8rem;
      height: 76vh; overflow: auto; overflow-wrap: anywhere; }
    @media (max-width: 60rem) { main { grid-template-columns: minmax(0, 1fr); } #details { height: auto; max-height: 76vh; } }
    #details h2 { margin: 0 0 0.3rem; } #details dt { font-weight: bold; } #details dd { margin: 0 0 0.4rem; }
    #details a, #list a { color: inherit; } #details button { border: 0; padding: 0.1rem 0.2rem; text-align: left;
      text-decoration: underline; background: none; min-height: 1.5rem; }
    .off { opacity: 0.12; } .dim { opacity: 0.3; }
    g.node.chosen > *, g.node.chosen > g > a > * { stroke-width: 4px; }
    g.node.chosen text, g.node.chosen a text { stroke-width: 0; font-weight: bold; }
    g.node:not(.name) { cursor: pointer; }
    header p, #keys { overflow-wrap: anywhere; }
    select, #search { max-width: 100%; }
    table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 0.3rem 0.6rem;
      border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
    th[scope=row] { min-width: 10rem; } td { min-width: 9rem; }
    @media (max-width: 45rem) { table, tbody, tbody tr, tbody th, tbody td { display: block; min-width: 0; }
      thead { position: absolute; left: -100rem; } tr[hidden] { display: none !important; }
      tbody tr { border-bottom: 1px solid var(--line); padding: 0.4rem 0; } th, td { border: 0; padding: 0.1rem 0; }
      td:empty { display: none; } td::before { content: attr(data-name) ": "; font-weight: bold; } }
    @media print { #tools, #details, #keys, .skip { display: none; } #stage { max-height: none; border: 0; } main { display: block; } }
    @media (prefers-reduced-motion: no-preference) { .off, .dim { transition: opacity 0.15s; } }
    """
  }

  /// Reads the data, and joins them to the groups of the picture by their ids.
  static let script = #"""
    "use strict";
    (() => {
      const { nodes, edges, words } = JSON.parse(document.getElementById("data").textContent);
      const $ = (id) => document.getElementById(id);
      const svg = $("stage").querySelector("svg");
      const groups = nodes.map((_, i) => svg.getElementById("n" + i));
      const lines = edges.map((_, i) => svg.getElementById("e" + i));
      const ties = nodes.map(() => []);
      edges.forEach((e, i) => { ties[e.from].push(i); if (e.to !== e.from) ties[e.to].push(i); });
      const shown = nodes.map(() => true);
      /** The node whose details are shown, and whether it is held: then the pointer may pass over others. */
      let chosen = -1, isHeld = false;

      // The picture is described by its own title; the parts of it are reached by the keys of the stage.
      for (const link of svg.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
      svg.removeAttribute("width"); svg.removeAttribute("height");
      const whole = svg.viewBox.baseVal; const full = [whole.x, whole.y, whole.width, whole.height];
      let view = full.slice();
      // As high as the picture at most: above a wide one a narrow window would show nothing.
      $("stage").style.aspectRatio = full[2] + " / " + full[3];
      const look = () => svg.setAttribute("viewBox", view.join(" "));
      const zoom = (factor, x = view[0] + view[2] / 2, y = view[1] + view[3] / 2) => {
        const wide = Math.min(full[2] * 2, Math.max(full[2] / 40, view[2] * factor)); const f = wide / view[2];
        view = [x - (x - view[0]) * f, y - (y - view[1]) * f, wide, view[3] * f]; look();
      };
      /** How much of the picture a pixel of the stage shows; the picture is as large as width and height let it be. */
      const unit = () => Math.max(view[2] / $("stage").clientWidth, view[3] / $("stage").clientHeight);
      /** Where in the picture a point of the window is. */
      const inPicture = (x, y) => {
        const box = $("stage").getBoundingClientRect();
        return [view[0] + view[2] / 2 + (x - box.left - box.width / 2) * unit(), view[1] + view[3] / 2 + (y - box.top - box.height / 2) * unit()];
      };
      // Umlauts are found however they are typed: ü, ue and u.
      const plain = (text) => text.replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
      const spelled = (text) => plain(text.normalize("NFC").replace(/[äöü]/g, (letter) => plain(letter) + "e"));
      const spellings = (text) => { const small = text.toLowerCase(); return [plain(small), spelled(small)]; };
      const texts = nodes.map((n) => spellings(
        [n.name, ...n.others, n.kind, n.land, n.text, ...n.marks, ...n.facts.map((fact) => fact[1])].join("\n")).join("\n"));
      const make = (name, text, attributes = {}) => {
        const element = document.createElement(name);
        if (text !== undefined) element.textContent = text;
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        return element;
      };

      // Filters by kind and Land, each only where there is a choice.
      const selects = {};
      for (const key of ["kind", "land"]) {
        const values = [...new Set(nodes.map((n) => n[key]))].filter((v) => v !== "").sort((a, b) => a.localeCompare(b, document.documentElement.lang));
        if (values.length < 2) continue;
        const select = make("select", undefined, { id: "by-" + key });
        select.append(make("option", words.all, { value: "" }));
        for (const value of values) select.append(make("option", value, { value: "=" + value }));
        if (nodes.some((n) => n[key] === "")) select.append(make("option", words.unknown, { value: "=" }));
        select.addEventListener("change", update);
        // Words and field stay on one line.
        const field = make("span", undefined, { class: "field" });
        field.append(make("label", words[key], { for: "by-" + key }), select);
        $("filters").append(field);
        selects[key] = select;
      }

      function update() {
        const wanted = $("search").value.split(/\s+/).filter(Boolean).map(spellings);
        let count = 0;
        nodes.forEach((node, i) => {
          shown[i] = wanted.every((ways) => ways.some((word) => texts[i].includes(word)))
            && Object.entries(selects).every(([key, select]) => select.value === "" || select.value === "=" + node[key]);
          if (shown[i]) count += 1;
          groups[i]?.classList.toggle("off", !shown[i]);
          rows[i].hidden = !shown[i];
        });
        edges.forEach((edge, i) => lines[i]?.classList.toggle("off", !(shown[edge.from] && shown[edge.to])));
        const text = words.count.replace("{0}", count).replace("{1}", nodes.length);
        $("count").textContent = count === 0 ? words.none : text;
        if (chosen >= 0 && !shown[chosen]) choose(-1);
      }

      /** Shows the details of a node, or none for -1; what is held is told to screen readers, what the pointer passes is not. */
      function choose(index, { holds = false, moves = false } = {}) {
        if (chosen >= 0) groups[chosen]?.classList.remove("chosen");
        chosen = index; isHeld = holds && index >= 0; walk = null;
        $("details").setAttribute("aria-live", isHeld || moves ? "polite" : "off");
        const near = new Set(index < 0 ? [] : ties[index].flatMap((e) => [edges[e].from, edges[e].to]));
        groups.forEach((group, i) => group?.classList.toggle("dim", index >= 0 && i !== index && !near.has(i)));
        lines.forEach((line, i) => line?.classList.toggle("dim", index >= 0 && !ties[index].includes(i)));
        rows.forEach((row, i) => row.toggleAttribute("aria-current", i === index));
        const panel = $("details"); const hadFocus = panel.contains(document.activeElement);
        panel.replaceChildren();
        if (hadFocus) panel.focus();
        if (index < 0) { panel.append(make("p", words.hint)); return; }
        groups[index]?.classList.add("chosen");
        if (moves) reveal(index);
        const node = nodes[index];
        panel.append(make("h2", node.name), make("p", [node.kind, node.land, ...node.marks].filter(Boolean).join(" · ")));
        if (node.text) panel.append(make("p", node.text));
        if (node.others.length) panel.append(make("p", words.also + " " + node.others.join("; ")));
        if (node.facts.length) {
          const list = make("dl");
          for (const [name, value] of node.facts) list.append(make("dt", name), make("dd", value));
          panel.append(list);
        }
        if (node.link) panel.append(make("p")), panel.lastChild.append(make("a", words.source, { href: node.link, rel: "noopener noreferrer" }));
        panel.append(make("h3", words.ties + " (" + ties[index].length + ")"));
        const list = make("ul");
        for (const e of ties[index]) {
          const edge = edges[e]; const other = edge.from === index ? edge.to : edge.from;
          const item = make("li", (!edge.isDirected ? "– " : edge.from === index ? "→ " : "← ") + edge.label + " ");
          const button = make("button", nodes[other].name + (edge.count > 1 ? " (" + edge.count + ")" : ""), { type: "button" });
          button.addEventListener("click", () => choose(other, { holds: true, moves: true }));
          item.append(button); list.append(item);
        }
        panel.append(list);
      }

      const middle = (index) => {
        const box = groups[index].getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];
      };
      function reveal(index) {
        if (!groups[index]) return;
        const [x, y] = middle(index); const stage = $("stage").getBoundingClientRect();
        if (x < stage.left || x > stage.right || y < stage.top || y > stage.bottom) {
          const [px, py] = inPicture(x, y); view[0] = px - view[2] / 2; view[1] = py - view[3] / 2; look();
        }
      }
      /** The nearest shown node in a direction, sideways ways counting double. */
      function step(dx, dy) {
        const candidates = [...nodes.keys()].filter((i) => shown[i] && groups[i] && i !== chosen);
        if (chosen < 0) { go(candidates[0] ?? -1); return; }
        const [x, y] = middle(chosen); let best = -1, least = Infinity;
        for (const i of candidates) {
          const [cx, cy] = middle(i); const along = (cx - x) * dx + (cy - y) * dy; const aside = Math.abs((cx - x) * dy) + Math.abs((cy - y) * dx);
          if (along > 1 && along + 2 * aside < least) { least = along + 2 * aside; best = i; }
        }
        if (best >= 0) go(best);
      }
      /** Goes on by keys; what is held is held there too. */
      const go = (index) => choose(index, { holds: isHeld, moves: true });
      /** The neighbours that N steps through: those of the node where it was pressed first. */
      let walk = null;
      function neighbor() {
        if (chosen < 0) { step(1, 0); return; }
        const around = walk ?? { others: [...new Set(ties[chosen].map((e) => edges[e].from === chosen ? edges[e].to : edges[e].from))], next: 0 };
        const others = around.others.filter((i) => shown[i] && groups[i]);
        if (!others.length) return;
        go(others[around.next++ % others.length]);
        walk = around;
      }
      /** Holds what is chosen; where it is held already, opens its source. */
      function enter() {
        if (chosen < 0) return;
        if (!isHeld) choose(chosen, { holds: true, moves: true });
        else if (nodes[chosen].link) window.open(nodes[chosen].link, "_blank", "noopener");
      }

      $("stage").addEventListener("keydown", (event) => {
        const keys = { ArrowRight: () => step(1, 0), ArrowLeft: () => step(-1, 0), ArrowDown: () => step(0, 1), ArrowUp: () => step(0, -1),
          n: neighbor, N: neighbor, Escape: () => choose(-1), "+": () => zoom(0.8), "-": () => zoom(1.25), "0": () => { view = full.slice(); look(); },
          Enter: enter };
        if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
        keys[event.key](); event.preventDefault();
      });
      groups.forEach((group, i) => {
        if (!group) return;
        group.addEventListener("pointerenter", () => { if (!fingers.size && !isHeld) choose(i); });
        group.addEventListener("click", (event) => {
          event.stopPropagation();
          if (!event.ctrlKey && !event.metaKey) event.preventDefault();
          if (!hasMoved) choose(i, { holds: true });
        });
      });
      // One finger or the mouse moves the picture, two fingers zoom it too; hasMoved tells a drag from a click.
      const fingers = new Map(); let hasMoved = false;
      $("stage").addEventListener("click", () => { if (!hasMoved) choose(-1); });
      $("stage").addEventListener("pointerdown", (event) => {
        if (!fingers.size) hasMoved = false;
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY, startX: event.clientX, startY: event.clientY });
      });
      const span = ([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, length: Math.hypot(a.x - b.x, a.y - b.y) });
      $("stage").addEventListener("pointermove", (event) => {
        const finger = fingers.get(event.pointerId);
        if (!finger) return;
        if (Math.hypot(event.clientX - finger.startX, event.clientY - finger.startY) > 4) hasMoved = true;
        if (!hasMoved) return;
        const held = [...fingers.values()].slice(0, 2); const one = held.length < 2;
        const before = one ? { x: finger.x, y: finger.y } : span(held);
        finger.x = event.clientX; finger.y = event.clientY;
        const now = one ? finger : span(held);
        view[0] -= (now.x - before.x) * unit(); view[1] -= (now.y - before.y) * unit();
        if (one || now.length < 1) look(); else zoom(before.length / now.length, ...inPicture(now.x, now.y));
      });
      for (const name of ["pointerup", "pointercancel", "pointerleave"]) $("stage").addEventListener(name, (event) => { fingers.delete(event.pointerId); });
      // Without Ctrl the wheel scrolls the page, as everywhere; pinching on a touchpad comes as a wheel with Ctrl.
      $("stage").addEventListener("wheel", (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        zoom(event.deltaY > 0 ? 1.15 : 0.87, ...inPicture(event.clientX, event.clientY));
        event.preventDefault();
      }, { passive: false });
      $("closer").addEventListener("click", () => zoom(0.8));
      $("wider").addEventListener("click", () => zoom(1.25));
      $("reset").addEventListener("click", () => {
        $("search").value = ""; for (const select of Object.values(selects)) select.value = "";
        view = full.slice(); look(); choose(-1); update();
      });
      $("search").addEventListener("input", update);

      // The list says in words what the picture shows.
      const rows = nodes.map((node, i) => {
        const row = make("tr", undefined, { role: "row" }); const name = make("th", undefined, { scope: "row", role: "rowheader" });
        if (node.link) name.append(make("a", node.name, { href: node.link, rel: "noopener noreferrer" })); else name.textContent = node.name;
        if (node.marks.length) name.append(" (" + node.marks.join(", ") + ")");
        const related = ties[i].map((e) => {
          const edge = edges[e]; const times = edge.count > 1 ? " (" + edge.count + ")" : "";
          // From whom a line comes is said in a whole sentence, which would have no end without the name of the row.
          const other = edge.isDirected || edge.from === i ? edge.to : edge.from;
          return (edge.from === i || !edge.isDirected ? "" : nodes[edge.from].name + " ") + edge.label + " " + nodes[other].name + times;
        });
        const cell = (text, name) => make("td", text, { role: "cell", "data-name": name });
        row.append(name, cell(node.kind, words.kind), cell(node.land, words.land), cell(related.join("; "), words.ties));
        return row;
      });
      document.querySelector("#list tbody").append(...[...rows].sort((a, b) => a.textContent.localeCompare(b.textContent, document.documentElement.lang)));
      update();
    })();
    """#
}
