import { expect, it } from "vitest";
import { browserWith } from "./own-answers.fixture.ts";
import { maxAnswerLength, readOwnAnswers } from "./own-answers.ts";
import { addOwnAnswers, ownAnswersIn } from "./own-answers-file.ts";

const fileOf = (ownAnswers?: unknown) => JSON.stringify({ format: 1, items: {}, ownAnswers });

it("reads what a file holds, and nothing from a file of before or what is no text", () => {
  expect(ownAnswersIn(fileOf({ udp: "Datagrams." }))).toEqual({ udp: "Datagrams." });
  expect(ownAnswersIn(fileOf())).toEqual({});
  for (const wrong of [null, 7, [], { udp: 7 }, { udp: "" }, { __proto__x: "a" }, { "a b": "c" }]) {
    expect(ownAnswersIn(fileOf(wrong)), JSON.stringify(wrong)).toEqual({});
  }
});

it("adds what is missing, keeps what is written here, and can be done twice", () => {
  const browser = browserWith('{"format":1,"texts":{"tcp":"A stream.","ack":"Yes."}}');
  const file = { udp: "Datagrams.", tcp: "Bytes.", ack: "Yes." };
  for (const _ of [1, 2]) {
    expect(addOwnAnswers(browser, file)).toEqual({ added: 2, differing: 1 });
    expect(readOwnAnswers(browser)).toEqual({ udp: "Datagrams.", tcp: "A stream.", ack: "Yes." });
  }
});

it("cuts what is too long, and leaves alone what cannot be read", () => {
  const browser = browserWith();
  const long = "x".repeat(maxAnswerLength + 1);
  expect(addOwnAnswers(browser, { udp: long })).toEqual({ added: 1, differing: 0 });
  expect(readOwnAnswers(browser)).toEqual({ udp: long.slice(1) });
  const damaged = browserWith("{");
  expect(addOwnAnswers(damaged, { udp: "Datagrams." })).toBe("damaged");
  expect(addOwnAnswers(damaged, {})).toEqual({ added: 0, differing: 0 });
});
