import type { Contract } from "./contract.ts";

/** What a widget gets of its lab's contract, which itself stays on the server. */
export type LabTexts = Pick<Contract, "title" | "leavesOut" | "sources" | "failures">;
