import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { fail, ok } from "#lib/result.ts";
import { nodesContract } from "./contract.ts";
import { done } from "./is-complete.ts";
import { news, nodeCount } from "./model.ts";

/** Two fresh servers for each run; the first one emits to all. */
export const nodesServer = defineLabServer(nodesContract, (bench) => ({
  handlers: {
    "open-nodes": async ({ isSticky, hasAdapter: isClustered }) => {
      const nodes = { count: nodeCount, isSticky, isClustered };
      if (!(await bench.restart({ nodes }))) return fail({ code: "busy" as const });
      // What belongs to an earlier run is told before this one begins.
      bench.flush();
      return ok({});
    },
    "end-run": ({ isEmitting }) => {
      // `bench.io` is node 1.
      if (isEmitting) bench.io.emit(news);
      bench.observe("server", { what: "returned", event: isEmitting ? news : done, node: 1 });
      bench.flush();
      return ok({});
    },
  },
}));
