export default {
  fetch: () => new Response("starling"),
} satisfies ExportedHandler;
