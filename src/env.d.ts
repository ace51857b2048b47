declare namespace App {
  interface Locals {
    /** Terms drawn on this page so far: it numbers their cards. */
    termCount?: number;
  }
}

interface ImportMetaEnv {
  /** Name of this build, `dev` in dev; see build/build-id.ts. */
  readonly WIREBOOK_BUILD: string;
}
