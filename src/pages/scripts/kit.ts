/**
 * The kit's behaviour: live fold warning, copying with visible feedback, and a note of what was copied.
 * Everything it needs stands in data attributes; without it the text can still be selected by hand.
 *
 * WeChat's built-in browser often refuses the Clipboard API, hence the selection as second way. What
 * was copied is reported by fetch with keepalive, since the sender leaves for WeChat at once.
 */
export const KIT_SCRIPT = `(() => {
  const copyText = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      area.readOnly = true;
      area.className = "offscreen";
      document.body.append(area);
      area.select();
      area.setSelectionRange(0, text.length);
      let done = false;
      try { done = document.execCommand("copy"); } catch {}
      area.remove();
      return done;
    }
  };

  const say = (button, copied) => {
    const label = button.querySelector("[data-label]") || button;
    button.dataset.rest ||= label.textContent;
    label.textContent = copied ? button.dataset.done : button.dataset.failed;
    button.dataset.state = copied ? "done" : "failed";
    clearTimeout(button.timer);
    button.timer = setTimeout(() => {
      label.textContent = button.dataset.rest;
      delete button.dataset.state;
    }, 2500);
  };

  const report = (area) => {
    const { copiedUrl, contentId, version } = area.dataset;
    if (!copiedUrl) return;
    fetch(copiedUrl, {
      method: "POST",
      keepalive: true,
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        contentId,
        version: Number(version),
        edited: area.value.trim() !== area.defaultValue.trim(),
      }),
    }).catch(() => {});
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    const isArea = source instanceof HTMLTextAreaElement;
    const copied = await copyText(isArea ? source.value : source.textContent.trim());
    say(button, copied);
    if (copied && isArea) report(source);
    if (!copied && isArea) source.select();
  });

  for (const area of document.querySelectorAll("[data-caption]")) {
    area.rows = 1;
    const warning = document.getElementById(area.dataset.caption);
    const reset = document.getElementById(area.dataset.reset);
    const fit = () => {
      area.style.height = "auto";
      area.style.height = area.scrollHeight + 2 + "px";
      const text = area.value.trim();
      const shown = text.split("\\n");
      const lines = shown.length;
      const chars = [...shown.join("")].length;
      warning.hidden = lines <= Number(area.dataset.maxLines) && chars <= Number(area.dataset.maxChars);
      warning.querySelector("[data-lines]").textContent = lines;
      warning.querySelector("[data-chars]").textContent = chars;
      reset.hidden = area.value === area.defaultValue;
    };
    area.addEventListener("input", fit);
    addEventListener("resize", fit);
    reset.addEventListener("click", () => { area.value = area.defaultValue; fit(); area.focus(); });
    fit();
  }
})();`;
