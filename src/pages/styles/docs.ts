/** Sets Swagger UI on the project's own ground and type, and leaves its colours for methods alone. */
export const DOCS_CSS = `
.docs header{display:flex;align-items:baseline;gap:1rem;max-width:1460px;margin:0 auto;padding:1.25rem 20px 0}
.docs header h1{flex:1;font:700 1.35rem/1.4 var(--serif)}
.docs,.docs .swagger-ui,.dark-mode .docs,.dark-mode .docs .swagger-ui{background:var(--ground)}
.docs .swagger-ui,.docs .swagger-ui :is(.info .title,.opblock-tag,.opblock .opblock-summary-description,button,select,input,label,table){font-family:var(--sans)}
.docs .swagger-ui .info{margin:1.75rem 0 1.25rem}
.docs .swagger-ui .info .title{font:700 1.75rem/1.3 var(--serif);color:var(--ink)}
.docs .swagger-ui .info .link{display:none}
.docs .swagger-ui .scheme-container{margin:0;padding:0 0 1rem;background:none;box-shadow:none}
.docs .swagger-ui .filter .operation-filter-input{margin:.5rem 0 1rem}
.docs noscript{display:block;padding:2rem 20px}
`;
