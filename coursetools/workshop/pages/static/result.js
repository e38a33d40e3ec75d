/* Draws what an activity has found (`Activity.result`), for the projector and for the facilitator's preview.
   Every bar has its value beside it as text; earlier rounds have a pattern of their own and their name. */
window.fairkiResult = (function () {
  "use strict";
  const { make } = window.fairkiLive;
  const percent = (share) => `${Math.max(0, Math.min(1, share)) * 100}%`;

  // The elements of a result, below a heading of level `level`.
  function draw(result, level = 2) {
    const head = [
      make(`h${level}`, { class: "ws-title" }, result.title),
      make("p", { class: "ws-summary" }, result.summary),
    ];
    if (!result.enough) return [make("div", { class: "ws-result ws-few" }, head, notes(result.notes))];
    const body = (shapes[result.kind] || plain)(result);
    return [make("div", { class: `ws-result ws-${result.kind}` }, make("div", { class: "ws-head" }, head), body)];
  }

  function plain(result) {
    return make("div", { class: "ws-body" }, bars(result.bars), notes(result.notes));
  }

  function estimate(result) {
    const more = result.table.rows.length > 1 ? table(result.table) : null;
    return make(
      "div",
      { class: "ws-body ws-two" },
      bars(result.bars),
      make("div", {}, notes(result.notes), more)
    );
  }

  // The room beside the firm, and what chance alone does; then the votes behind it.
  function applicants(result) {
    return make(
      "div",
      { class: "ws-body ws-two ws-mirror" },
      make(
        "div",
        {},
        table(result.table, "Was die Modelle gelernt haben"),
        spans(result.spans),
        notes(result.notes)
      ),
      make("div", {}, make("p", { class: "ws-label" }, "So hat der Raum entschieden"), bars(result.bars))
    );
  }

  function kodex(result) {
    const examined = result.table.columns.length === 3;
    if (!examined) {
      const chosen = new Set(result.table.rows.filter((row) => row[3] === "ja").map((row) => row[0]));
      const named = result.bars
        .filter((bar) => bar.share > 0)
        .map((bar) => (chosen.has(bar.label) ? { ...bar, mark: "✓ im Kodex" } : bar));
      return make("div", { class: "ws-body" }, bars(named), notes(result.notes));
    }
    return make(
      "div",
      { class: "ws-body ws-two ws-kodex" },
      table(result.table, "Die Regeln des Raums"),
      make(
        "div",
        {},
        make("p", { class: "ws-label" }, "Das findet der Kodex"),
        bars(result.bars),
        notes(result.notes)
      )
    );
  }

  function retrospective(result) {
    const groups = [];
    result.bars.forEach((bar, at) => {
      const [question, label] = result.table.rows[at];
      if (!groups.length || groups[groups.length - 1].question !== question) groups.push({ question, bars: [] });
      groups[groups.length - 1].bars.push({ ...bar, label });
    });
    const texts = result.texts.map((text) => make("li", {}, `„${text}“`));
    return make(
      "div",
      { class: "ws-body" },
      make(
        "div",
        { class: "ws-groups" },
        groups.map((group) => make("div", {}, make("p", { class: "ws-label" }, group.question), bars(group.bars)))
      ),
      texts.length ? make("ul", { class: "ws-texts", "aria-label": "Freie Antworten" }, texts) : null,
      notes(result.notes)
    );
  }

  const shapes = { estimate, applicants, kodex_vote: kodex, retrospective };

  function bars(all) {
    if (!all.length) return null;
    return make(
      "ul",
      { class: "ws-bars" },
      all.map((bar) =>
        make(
          "li",
          {},
          make("span", { class: "ws-bar-label" }, bar.label, bar.mark ? make("strong", {}, ` ${bar.mark}`) : null),
          make(
            "span",
            { class: "ws-rows" },
            bar.earlier.map((before) => row(before, "ws-earlier", `${before.label}: `)),
            row(bar, "ws-now", bar.earlier.length ? "Jetzt: " : "")
          )
        )
      )
    );
  }

  function row(one, kind, name) {
    return make(
      "span",
      { class: `ws-row ${kind}` },
      make("span", { class: "ws-track", "aria-hidden": "true" }, make("span", { class: "ws-fill", look: { "--share": percent(one.share) } })),
      make("span", { class: "ws-value" }, name, one.text)
    );
  }

  // Each model on the same scale: the hatched part is what chance alone does, the mark is what the model does.
  function spans(all) {
    if (!all.length) return null;
    const numbers = all.flatMap((one) => [one.value, one.low, one.high, 0]);
    const low = Math.min(...numbers) - 1;
    const width = Math.max(...numbers) + 1 - low;
    const at = (value) => percent((value - low) / width);
    return make(
      "figure",
      { class: "ws-spans" },
      make("figcaption", { class: "ws-label" }, "Bewertet das Modell ein Geschlecht höher?"),
      make(
        "ul",
        {},
        all.map((one) =>
          make(
            "li",
            {},
            make("span", { class: "ws-span-label" }, one.label),
            make(
              "span",
              { class: "ws-scale", "aria-hidden": "true" },
              make("span", { class: "ws-chance", look: { "--from": at(one.low), "--to": percent((one.high - one.low) / width) } }),
              make("span", { class: "ws-zero", look: { "--at": at(0) } }),
              make("span", { class: `ws-mark${one.outside ? " ws-outside" : ""}`, look: { "--at": at(one.value) } })
            ),
            make("span", { class: "ws-value" }, one.text)
          )
        )
      ),
      make(
        "p",
        { class: "ws-key", "aria-hidden": "true" },
        make("span", { class: "ws-key-chance" }),
        "Zufall allein",
        make("span", { class: "ws-key-mark" }),
        "Modell",
        make("span", { class: "ws-key-mark ws-outside" }),
        "Modell, mehr als Zufall"
      )
    );
  }

  function table(data, name) {
    if (!data.rows.length) return null;
    return make(
      "div",
      { class: "ws-table", tabindex: "0", role: "region", "aria-label": name || "Tabelle" },
      make(
        "table",
        {},
        make("thead", {}, make("tr", {}, data.columns.map((column) => make("th", { scope: "col" }, column)))),
        make(
          "tbody",
          {},
          data.rows.map((cells) => make("tr", {}, cells.map((cell, at) => (at ? make("td", {}, cell) : make("th", { scope: "row" }, cell)))))
        )
      )
    );
  }

  function notes(all) {
    if (!all.length) return null;
    return make(
      "ul",
      { class: "ws-notes" },
      all.map((note) => make("li", { class: note.startsWith("Konflikt:") ? "ws-clash" : null }, note))
    );
  }

  return { draw };
})();
