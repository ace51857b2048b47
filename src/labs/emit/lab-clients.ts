import { mainNamespace, namespaceOf, type Observation } from "#lab-kit/observation.ts";
import { seenAs } from "#lab-kit/seated-subjects.ts";
import type { Subject } from "#lab-kit/subject.ts";
import {
  type ClientName,
  clientNames,
  type Namespace,
  namespaces,
  otherNamespaces,
  type Settings,
} from "./model.ts";

/** What is known of the clients besides their switches. */
export interface ClientsView {
  /** Subjects that the server sees as connected, by `seenAs`. */
  seen: ReadonlySet<string>;
  /** Those for which the browser has no connection. */
  unleased?: readonly string[];
}

/** Brings real clients to what their switches say, and knows when they are there. */
export class LabClients {
  readonly #subjects: () => ReadonlyMap<string, Subject>;
  /** Who was refused where, by `seenAs`: no client tries again by itself. */
  readonly #refused = new Set<string>();

  constructor(subjects: () => ReadonlyMap<string, Subject>) {
    this.#subjects = subjects;
  }

  apply(settings: Settings): void {
    const { clients, event } = settings;
    for (const [who, subject] of this.#subjects()) {
      const { listens, connected } = clients[who as ClientName];
      subject.listen(listens ? event : undefined);
      this.#applyNamespaces(subject, settings);
      if (connected && !subject.socket.active) subject.socket.connect();
      // Even one that is not active: it may be waiting for a lease.
      if (!connected) subject.socket.disconnect();
    }
  }

  /** Keeps who was refused. */
  note(seen: Observation): void {
    if (seen.clock === "server") return;
    const key = seenAs(seen.where, namespaceOf(seen));
    if (seen.what === "refused") this.#refused.add(key);
    if (seen.what === "connected") this.#refused.delete(key);
  }

  /** Whoever was refused may try again at the next `apply`. */
  forgive(): void {
    this.#refused.clear();
  }

  /** Whether the server sees all as they are set; who was refused is as far as it comes. */
  areThere(settings: Settings, view: ClientsView): boolean {
    return clientNames.every((who) =>
      namespaces.every((namespace) => {
        const key = seenAs(who, namespace);
        const isWanted = wants(who, namespace, settings) && isToConnect(who, settings, view);
        return view.seen.has(key) === isWanted || (isWanted && this.#refused.has(key));
      }),
    );
  }

  #applyNamespaces(subject: Subject, settings: Settings): void {
    for (const namespace of otherNamespaces) {
      const { join, leave } = subject.in(namespace);
      const isRefused = this.#refused.has(seenAs(subject.who, namespace));
      if (!wants(subject.who as ClientName, namespace, settings)) leave();
      else if (!isRefused) join();
    }
  }
}

/** Its switch is on, and the browser has a connection for it. */
export const isToConnect = (who: ClientName, { clients }: Settings, view: ClientsView): boolean =>
  clients[who].connected && !(view.unleased?.includes(who) ?? false);

const wants = (who: ClientName, namespace: Namespace, { namespaces: use }: Settings): boolean =>
  namespace === mainNamespace || (use?.joins[who].includes(namespace) ?? false);
