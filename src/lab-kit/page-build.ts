/** Build of this page, by which the server knows whether it is older than itself. */
export const pageBuild = (): string =>
  globalThis.document?.querySelector<HTMLMetaElement>('meta[name="wirebook-build"]')?.content ??
  "dev";
