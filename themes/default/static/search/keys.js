// On every page `/` goes to the search field, or to the search page where there is none.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const field = document.getElementById("q");
  const link = document.querySelector(".site-nav a[href$='search/']");
  if (!field && !link) return;
  event.preventDefault();
  if (field) field.focus(); else link.click();
});
