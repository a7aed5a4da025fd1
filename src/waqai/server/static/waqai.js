// What every page may need; each part looks for its place in the page and does nothing without it.
document.documentElement.classList.add("js");
const all = (root, selector) => [...root.querySelectorAll(selector)];

// On a phone the list of pages is wider than the screen: begin where the reader is.
document.querySelector(".masthead [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

// Report: a card beside the words under the pointer or the focus, with what they stand for.
for (const box of all(document, "[data-layers]")) {
  const card = box.querySelector(".card");
  const words = all(box, ".w");
  const lit = () => new Set(all(box, "[name=layer]:checked").map((input) => input.value));
  let shown = null;
  let armed = false;

  const fill = (word) => {
    const layers = lit();
    const list = document.createElement("dl");
    for (const n of word.dataset.notes.split(" ")) {
      const row = document.getElementById(`note-${n}`);
      const layer = row && row.querySelector(".layer-name");
      if (!layer || ![...layers].some((name) => layer.classList.contains(`l-${name}`))) continue;
      const term = document.createElement("dt");
      term.append(...row.querySelector(".note-value").cloneNode(true).childNodes);
      const why = document.createElement("dd");
      why.append(...row.cells[3].cloneNode(true).childNodes);
      const event = document.createElement("dd");
      event.append(...row.cells[4].cloneNode(true).childNodes);
      list.append(term, why, event);
    }
    card.replaceChildren(list);
    return list.childElementCount > 0;
  };
  const hide = () => {
    card.hidden = true;
    shown = null;
    for (const one of all(document, ".on, .told-on")) one.classList.remove("on", "told-on");
  };
  const show = (word) => {
    if (shown === word) return;
    hide();
    if (!fill(word)) return;
    shown = word;
    card.hidden = false;
    const at = word.getClientRects()[0];
    const home = card.offsetParent ? card.offsetParent.getBoundingClientRect() : { left: 0, top: 0 };
    const widest = document.documentElement.clientWidth - card.offsetWidth - 8;
    const left = Math.max(8, Math.min(widest, document.dir === "rtl" ? at.right - card.offsetWidth : at.left));
    card.style.left = `${left - home.left + (card.offsetParent === document.body ? window.scrollX : 0)}px`;
    card.style.top = `${at.bottom - home.top + 6 + (card.offsetParent === document.body ? window.scrollY : 0)}px`;
    for (const n of word.dataset.told.split(" ")) document.getElementById(`event-${n}`)?.classList.add("on");
  };
  for (const word of words) {
    word.addEventListener("pointerenter", (e) => e.pointerType === "mouse" && show(word));
    word.addEventListener("focus", () => show(word));
    // A tap shows the card, a second one follows the link to the table, as a click and Enter do at once.
    word.addEventListener("pointerdown", () => { armed = shown === word; });
    word.addEventListener("click", (e) => {
      if (e.detail && !armed) {
        e.preventDefault();
        show(word);
      }
    });
  }
  box.addEventListener("pointerleave", hide);
  card.addEventListener("pointerleave", hide);
  document.addEventListener("keydown", (e) => e.key === "Escape" && hide());
  document.addEventListener("pointerdown", (e) => box.contains(e.target) || hide());
  for (const item of all(document, "[data-event]")) {
    const light = (on) => {
      for (const part of all(box, "[data-told]")) {
        part.classList.toggle("told-on", on && part.dataset.told.split(" ").includes(item.dataset.event));
      }
    };
    item.addEventListener("pointerenter", () => light(true));
    item.addEventListener("pointerleave", () => light(false));
    item.addEventListener("focusin", () => light(true));
    item.addEventListener("focusout", () => light(false));
  }
}

// Timeline: dragging over the bars chooses a time, through the form so that it stands in the address.
for (const chart of all(document, "svg[data-brush]")) {
  const bins = all(chart, ".bin");
  const brush = chart.querySelector(".brush");
  let from = null;
  let to = null;
  const paint = () => {
    const [a, b] = [bins[Math.min(from, to)], bins[Math.max(from, to)]].map((bin) => bin.getBBox());
    const left = Math.min(a.x, b.x);
    brush.setAttribute("x", left);
    brush.setAttribute("width", Math.max(a.x + a.width, b.x + b.width) - left);
  };
  const under = (e) => bins.findIndex((bin) => { const r = bin.getBoundingClientRect(); return e.clientX >= r.left && e.clientX <= r.right; });
  chart.addEventListener("pointerdown", (e) => {
    if (e.pointerType === "touch" || under(e) < 0) return;
    from = to = under(e);
    chart.setPointerCapture(e.pointerId);
    paint();
    e.preventDefault();
  });
  chart.addEventListener("pointermove", (e) => {
    if (from === null || under(e) < 0) return;
    to = under(e);
    paint();
  });
  chart.addEventListener("pointerup", () => {
    if (from === null) return;
    const days = [bins[from], bins[to]].flatMap((bin) => [bin.dataset.since, bin.dataset.until]).sort();
    const form = document.querySelector("form.filters");
    form.elements.since.value = days[0];
    form.elements.until.value = days.at(-1);
    form.requestSubmit();
  });
}

// Filters: what is empty does not stand in the address.
for (const form of all(document, "form.filters")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
}
addEventListener("pageshow", () => { for (const field of all(document, "form.filters :disabled")) field.disabled = false; });

// Network and map: a narrow screen begins with the middle, not with an edge.
for (const picture of all(document, ".scroll > :is(.net, .map)")) {
  const frame = picture.parentElement;
  const rest = frame.scrollWidth - frame.clientWidth;
  frame.scrollLeft = (document.dir === "rtl" ? -rest : rest) / 2;
}

// Network: a state under the pointer leaves only its own ties.
for (const net of all(document, "svg[data-net]")) {
  for (const knot of all(net, ".knot")) {
    const light = (on) => {
      net.classList.toggle("some", on);
      const near = new Set([knot.dataset.state]);
      for (const tie of all(net, "[data-ends]")) {
        const ends = tie.dataset.ends.split(" ");
        const mine = ends.includes(knot.dataset.state);
        tie.classList.toggle("on", on && mine);
        if (mine) ends.forEach((end) => near.add(end));
      }
      for (const other of all(net, ".knot")) other.classList.toggle("on", on && near.has(other.dataset.state));
    };
    for (const [name, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]]) {
      knot.addEventListener(name, () => light(on));
    }
  }
}

// Read: a file that is dropped is read like one that is chosen.
for (const form of all(document, "form[data-drop]")) {
  form.addEventListener("dragover", (e) => { e.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (e) => {
    form.classList.remove("over");
    if (!e.dataTransfer.files.length) return;
    e.preventDefault();
    form.elements.file.files = e.dataTransfer.files;
    form.requestSubmit();
  });
  document.getElementById("result")?.scrollIntoView({ block: "start" });
}
