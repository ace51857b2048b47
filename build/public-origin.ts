/** Where `npm start` serves when nothing else is said; stands in the sitemap of such a build. */
const DEFAULT_ORIGIN = "http://127.0.0.1:4321";

/**
 * The origin that the built pages name in sitemap, canonical and social links: the first one, if
 * `PUBLIC_ORIGIN` has several. Throws when it is set and is no http or https origin.
 */
export const publicOrigin = (env: { PUBLIC_ORIGIN?: string | undefined }): string => {
  const value = env.PUBLIC_ORIGIN?.split(",")[0]?.trim();
  if (!value) return DEFAULT_ORIGIN;
  const url = URL.parse(value);
  if (url?.origin === value.replace(/\/$/, "") && /^https?:$/.test(url.protocol)) return url.origin;
  throw new Error(
    `PUBLIC_ORIGIN = ${value}, it must be an origin such as https://wirebook.example`,
  );
};
