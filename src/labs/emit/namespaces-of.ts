import type { NamespaceAuth } from "#lab-kit/joined-namespaces.ts";
import { otherNamespaces, staffToken, tokenHolder } from "./model.ts";

/** The namespaces that a client may join, with what its page sends along: one page has the token. */
export const namespacesOf = (who: string): NamespaceAuth =>
  Object.fromEntries(
    otherNamespaces.map((name) => {
      const asksForToken = name === "/staff";
      return [name, asksForToken && who === tokenHolder ? { token: staffToken } : {}];
    }),
  );
