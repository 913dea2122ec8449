import type { ReaderProps } from "./props.ts";

/** What a chat shows of the link before anybody opens it. */
export function OpenGraph(props: ReaderProps & { description: string; locale: string }) {
  const { title, description, url, workspaceName, locale, cover, publishedAt } = props;
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={workspaceName} />
      <meta property="og:locale" content={locale} />
      {publishedAt ? <meta property="article:published_time" content={publishedAt} /> : null}
      {cover ? (
        <>
          <meta property="og:image" content={cover.url} />
          <meta property="og:image:width" content={String(cover.width)} />
          <meta property="og:image:height" content={String(cover.height)} />
          <meta property="og:image:alt" content={cover.alt ?? title} />
          <meta name="twitter:image" content={cover.url} />
        </>
      ) : null}
      <meta name="twitter:card" content={cover ? "summary_large_image" : "summary"} />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={description} />
    </>
  );
}
