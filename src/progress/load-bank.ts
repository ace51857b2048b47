import { type Bank, bankAddress } from "./bank.ts";

let loading: Promise<Bank> | undefined;

const fetchBank = async (): Promise<Bank> => {
  const answer = await fetch(bankAddress);
  if (!answer.ok) throw new Error(`${bankAddress} = ${answer.status}, a built site has it`);
  return (await answer.json()) as Bank;
};

/** The bank of questions, fetched once. Rejects while it cannot be had; a later call tries again. */
export const loadBank = (): Promise<Bank> => {
  loading ??= fetchBank().catch((reason) => {
    loading = undefined;
    throw reason;
  });
  return loading;
};
