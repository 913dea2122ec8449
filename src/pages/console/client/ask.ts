/** A form that cannot be taken back asks before it goes. */
export function askFirst(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const question = form.dataset.ask;
    if (question && !confirm(question)) event.preventDefault();
  });
}
