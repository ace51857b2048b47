import type { FailureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import { PresetLab, type PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { AckCallbacks } from "#lab-kit/subject.ts";
import { until } from "#lab-kit/until.ts";
import type { emitContract } from "./contract.ts";
import { isComplete } from "./is-complete.ts";
import { isKept } from "./is-kept.ts";
import { isToConnect, LabClients } from "./lab-clients.ts";
import {
  type ClientName,
  type ClientSetting,
  chosenNamespace,
  clientNames,
  guestName,
  type NamespaceSettings,
  readEventName,
  readPayload,
  type Settings,
  withoutNamespace,
} from "./model.ts";
import { namespacesOf } from "./namespaces-of.ts";
import type { Said } from "./outcome.ts";
import { pageCalls } from "./page-calls.ts";
import type { PresetId } from "./presets.ts";
import { presetOf } from "./settings-link.ts";

/** A guest's run is known when the server says so; its first effects here may be older. */
const reachBackMs = 150;
const waitForClientsMs = 1500;
/** What the reader meets who takes namespaces into use. */
const firstNamespaces: NamespaceSettings = {
  chosen: "/news",
  joins: { Ann: ["/news"], Bob: ["/news"], Cem: [] },
  isFresh: false,
};

/** The emit lab without its looks: settings, prediction, bench, the run that is shown. */
export class EmitLab extends PresetLab<typeof emitContract, Settings, Said, PresetId> {
  readonly #clients = new LabClients(() => this.bench.session.subjects);
  /** The bench has opened the namespaces beside `/`. */
  #hasNamespaces = false;

  constructor(given: PresetLabGiven<Settings, PresetId>) {
    super(given, {
      lab: "emit",
      subjects: clientNames,
      // Their switches say who connects.
      client: { autoConnect: false },
      watchesPackets: true,
      namespacesOf,
      isComplete,
      presetOf,
      observed: (seen) => this.#observed(seen),
      recorded: (seen) => (isKept(seen, this.settings.value) ? seen : undefined),
      ready: () => {
        this.#hasNamespaces = false;
        return this.#applyClients();
      },
    });
  }

  /** Key for the link of a second device. */
  get benchKey(): string {
    return this.bench.session.benchKey;
  }

  changeClient(who: ClientName | typeof guestName, change: Partial<ClientSetting>): void {
    const { clients } = this.settings.value;
    this.change({ clients: { ...clients, [who]: { ...clients[who], ...change } } });
    void this.#applyClients();
  }

  /** Lets the reader choose namespaces, or puts everything back into `/`. */
  useNamespaces(isOn: boolean): void {
    const { namespaces: _, ...plain } = this.settings.value;
    this.settings.value = isOn
      ? { ...plain, namespaces: firstNamespaces }
      : { ...plain, serverCall: withoutNamespace(plain.serverCall) };
    this.change({});
    void this.#applyClients();
  }

  /** Changes what was chosen about namespaces, where they are used. */
  changeNamespaces(change: Partial<NamespaceSettings>): void {
    const { namespaces: use } = this.settings.value;
    if (!use) return;
    this.change({ namespaces: { ...use, ...change } });
    void this.#applyClients();
  }

  override reset(): void {
    super.reset();
    void this.#applyClients();
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async emit(): Promise<void> {
    this.problem.value = inputProblem(this.settings.value);
    if (this.problem.value) return;
    if (!(await this.isLive())) return this.playRecording();
    await this.#applyClients();
    await this.#serverSeesClients();
    await this.#hangUpSender();
    if (!(await this.#arm())) return;
    this.#begin(this.settings.value);
    if (this.settings.value.namespaces) await this.#joinAgain();
    if (this.settings.value.from === "server") await this.#act();
    else this.#callOf(this.settings.value.from as ClientName);
  }

  /** Opens or ends the link for a second device. */
  async invite(isOpen: boolean): Promise<void> {
    const answer = await this.bench.session.invite(isOpen);
    if (!answer.ok) return this.bench.failed(answer.failure);
    if (isOpen) await this.#arm();
  }

  #begin(chosen: Settings, reachBackMs = 0): void {
    const { clients } = chosen;
    const connected = (who: ClientName) => {
      return { ...clients[who], connected: isToConnect(who, chosen, this.view.value) };
    };
    const [Ann, Bob, Cem] = [connected("Ann"), connected("Bob"), connected("Cem")];
    const Dee = { ...clients.Dee, connected: this.view.value.guests > 0 };
    this.begin({ ...chosen, clients: { Ann, Bob, Cem, Dee } }, reachBackMs);
  }

  /** A fresh connection is opened in the run: the one before is closed before it. */
  async #hangUpSender(): Promise<void> {
    const { from, namespaces: use } = this.settings.value;
    const subject = this.bench.session.subjects.get(from);
    if (!use?.isFresh || !subject) return;
    subject.socket.disconnect();
    await until(() => !this.view.value.seen.has(from), waitForClientsMs);
  }

  /** In the run, so that it shows it: who was refused tries again, and a fresh client connects. */
  async #joinAgain(): Promise<void> {
    this.#clients.forgive();
    await this.#applyClients();
    await this.#serverSeesClients();
  }

  #callOf(who: ClientName): void {
    const subject = this.bench.session.subjects.get(who);
    const { event, payload, pageCall } = this.settings.value;
    const namespace = chosenNamespace(this.settings.value);
    const socket = subject?.sockets.get(namespace);
    const data = readPayload(payload);
    if (!subject || !socket || !data.ok) return;
    const make = (callbacks: AckCallbacks) =>
      pageCalls[pageCall]({ socket, event, data: data.value, ...callbacks });
    subject.call(event, make, namespace);
  }

  async #act(): Promise<void> {
    const answer = await this.bench.session.command("act", {});
    if (!answer.ok) this.bench.failed(answer.failure);
  }

  async #arm(): Promise<boolean> {
    const { event, payload, serverCall, room, clients } = this.settings.value;
    const { Ann, Bob, Cem, Dee } = clients;
    const rooms = { Ann: Ann.rooms, Bob: Bob.rooms, Cem: Cem.rooms, Dee: Dee.rooms };
    const namespace = chosenNamespace(this.settings.value);
    const armed = { event, payload, serverCall, room, rooms, namespace };
    const answer = await this.bench.session.command("arm", armed);
    if (!answer.ok) this.bench.failed(answer.failure);
    return answer.ok;
  }

  /** Brings each real client to what its switches say. */
  async #applyClients(): Promise<void> {
    if (this.settings.value.namespaces && !this.#hasNamespaces) {
      const answer = await this.bench.session.command("namespaces", {});
      // While it is disconnected there is nothing to open: it comes back here when it is ready.
      if (!answer.ok) return;
      this.#hasNamespaces = true;
    }
    this.#clients.apply(this.settings.value);
  }

  /** Waits until the server sees the clients as they are set; bounded, since it may never. */
  async #serverSeesClients(): Promise<void> {
    await until(
      () => this.#clients.areThere(this.settings.value, this.view.value),
      waitForClientsMs,
    );
  }

  /** A guest's emit begins a run, when none is underway. */
  #observed(seen: Observation): void {
    this.#clients.note(seen);
    if (!isKept(seen, this.settings.value) || this.bench.recorder.isRunning) return;
    if (seen.what !== "received" || seen.from !== guestName) return;
    this.#begin({ ...this.settings.value, from: guestName, pageCall: "emit" }, reachBackMs);
  }
}

function inputProblem({ event, payload }: Settings): FailureText | undefined {
  const name = readEventName(event);
  if (!name.ok) return name.failure;
  const data = readPayload(payload);
  return data.ok ? undefined : data.failure;
}
