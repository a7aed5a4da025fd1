// Review by keyboard. Letter keys can be switched off, because speech input types letters (WCAG 2.1.4).
const box = document.querySelector("[data-review]");
const choice = box?.querySelector("[data-keys]");
const STORE = "waqai-keys";

if (choice) {
  choice.checked = localStorage.getItem(STORE) !== "off";
  choice.addEventListener("change", () => localStorage.setItem(STORE, choice.checked ? "on" : "off"));
}

const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select");

document.addEventListener("keydown", (e) => {
  if (e.key === "Escape" && typing(e.target)) {
    e.target.blur();
    return;
  }
  if (!choice?.checked || e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return;
  // The key's place, so that it works with an Arabic keyboard too.
  const key = /^Key[A-Z]$/.test(e.code) ? e.code[3].toLowerCase() : e.key;
  const found = box.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!found) return;
  e.preventDefault();
  if (found instanceof HTMLDetailsElement) {
    found.open = !found.open;
    found.querySelector(found.open ? "form :is(input:not([type=hidden]), select)" : "summary").focus();
  } else if (found instanceof HTMLInputElement) {
    found.focus();
  } else {
    found.click();
  }
});
