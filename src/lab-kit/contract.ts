import type { z } from "zod";
import type { CommonFailureCode, Failure, FailureText } from "./failures.ts";

/** A command: imperative, upwards, one payload, always acknowledged. */
export interface CommandSpec {
  payload: z.ZodType;
  reply: z.ZodType;
  /** Codes of its own, beside the common ones; each has its text in the contract's `failures`. */
  fails?: readonly string[];
}

/** The one value that both halves of a lab are typed, checked and tested by. */
export interface Contract {
  id: string;
  title: string;
  /** One sentence for lists and search results. */
  summary: string;
  /** RFC sections, standards or documentation pages behind the lab. */
  sources: readonly { name: string; url: string }[];
  /** What the lab does not show, one sentence each, for the reader. */
  leavesOut: readonly string[];
  /** Names of the real clients under study, in the order of their lanes. */
  subjects: readonly string[];
  /** Name of the client that a second device may be. */
  guest?: string;
  commands: Readonly<Record<string, CommandSpec>>;
  notices: Readonly<Record<string, z.ZodType>>;
  failures: Readonly<Record<string, FailureText>>;
}

/** Declares a contract and keeps its literal types. */
export const defineContract = <const C extends Contract>(contract: C): C => contract;

export type CommandName<C extends Contract> = keyof C["commands"] & string;
export type NoticeName<C extends Contract> = keyof C["notices"] & string;

/** What the page passes to a command. */
export type PayloadOf<C extends Contract, N extends CommandName<C>> = z.input<
  C["commands"][N]["payload"]
>;
/** What the handler gets: checked, with defaults filled in. */
export type CheckedPayloadOf<C extends Contract, N extends CommandName<C>> = z.output<
  C["commands"][N]["payload"]
>;
export type ReplyOf<C extends Contract, N extends CommandName<C>> = z.input<
  C["commands"][N]["reply"]
>;
export type NoticeOf<C extends Contract, N extends NoticeName<C>> = z.input<C["notices"][N]>;

type OwnCode<Spec extends CommandSpec> = Spec["fails"] extends readonly (infer Code extends
  string)[]
  ? Code
  : never;
/** The failures that a command may answer with. */
export type FailureOf<C extends Contract, N extends CommandName<C>> = Failure<
  OwnCode<C["commands"][N]> | CommonFailureCode
>;
