/** A text to take along: it can be selected by hand, and the script's button puts it on the clipboard. */
export function CopyText(props: { id: string; text: string; label: string; done: string }) {
  const { id, text, label, done } = props;
  return (
    <div class="copy">
      <code id={id} class="mono">
        {text}
      </code>
      <button type="button" class="button" data-copy={id} data-done={done} hidden>
        {label}
      </button>
    </div>
  );
}
