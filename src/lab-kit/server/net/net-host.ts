import { KernelTables } from "./kernel-tables.ts";
import { LoopbackAddresses } from "./loopback-addresses.ts";
import { Programs } from "./programs.ts";

/** What the benches of one host share of the machine's network. */
export class NetHost {
  readonly addresses = new LoopbackAddresses();
  readonly tables: KernelTables;
  readonly programs = new Programs();

  constructor(nowMs: () => number) {
    this.tables = new KernelTables({ nowMs });
  }

  /** Ends the thread of programs. */
  close(): Promise<void> {
    return this.programs.close();
  }
}
