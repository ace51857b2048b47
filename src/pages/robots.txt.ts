import type { APIRoute } from "astro";

/** Everything may be read; a framed lab says `noindex` itself. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${new URL("/sitemap-index.xml", site)}\n`);
