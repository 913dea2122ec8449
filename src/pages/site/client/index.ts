/** Draws the API reference and keeps it in the browser's scheme: Swagger UI goes dark by a class, not by itself. */

declare function SwaggerUIBundle(options: Record<string, unknown>): void;

const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

const reference = document.getElementById("reference");
if (reference) {
  SwaggerUIBundle({
    url: reference.dataset.spec,
    dom_id: "#reference",
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    tryItOutEnabled: false,
    validatorUrl: null,
  });
}

export {};
