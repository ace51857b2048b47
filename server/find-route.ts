import type { Route } from "#lab-kit/server/routes.ts";
import type { OpenBench } from "./bench.ts";
import type { Benches } from "./benches.ts";
import type { Refusal } from "./refusal.ts";

/** The query of a request; of a name that is repeated, the last value counts. */
export type Query = Readonly<Record<string, string | undefined>>;

/** A route, and who comes to it. */
export interface RouteCall {
  bench: OpenBench;
  route: Route;
  who: string;
  query: Query;
}

/** Routes of benches begin so. */
export const routePrefix = "/b/";

/** Finds `/b/<lab>/<name>?bench=…&seat=…`, or says why nobody is let in there. */
export function findRoute(
  benches: Benches,
  { path, query }: { path: string; query: Query },
): RouteCall | Refusal {
  const [lab, name, ...rest] = path.slice(routePrefix.length).split("/");
  const bench = benches.find(query.bench ?? "");
  if (!bench || bench.lab.contract.id !== lab) {
    return { status: 404, says: "There is no such bench, or it has ended." };
  }
  const who = bench.subjectOf(query.seat ?? "");
  if (!who) return { status: 403, says: "This seat is not of this bench." };
  const { routes = {} } = bench.half;
  const route = name && rest.length === 0 && Object.hasOwn(routes, name) ? routes[name] : undefined;
  return route ? { bench, route, who, query } : { status: 404, says: "There is no such route." };
}
