// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { renderToString } from "preact-render-to-string";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { commonFailures } from "#lab-kit/failures.ts";
import { JsonField } from "./JsonField.tsx";
import { LabFrame, type LabFrameProps } from "./LabFrame.tsx";
import { Segmented } from "./Segmented.tsx";
import { Select } from "./Select.tsx";

const props: LabFrameProps = {
  lab: "emit",
  title: "who gets it?",
  state: "live",
  provenance: "observed",
  leavesOut: ["The bytes."],
  sources: [{ name: "RFC 6455", url: "https://www.rfc-editor.org/rfc/rfc6455" }],
};
const mount = (view: preact.ComponentChild) => act(() => render(view, document.body));
const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const buttons = () => [...document.querySelectorAll("button")].map((button) => button.textContent);
const press = async (name: string) => {
  const button = [...document.querySelectorAll("button")].find(
    ({ textContent }) => textContent === name,
  );
  await act(async () => button?.click());
};

beforeEach(() => vi.stubGlobal("navigator", {}));
afterEach(() => {
  act(() => render(null, document.body));
  vi.unstubAllGlobals();
});

test("the root carries the hooks and the name of the lab", () => {
  mount(<LabFrame {...props} />);
  const root = find("section");
  expect(root?.dataset).toMatchObject({ lab: "emit", state: "live", provenance: "observed" });
  expect(root?.getAttribute("aria-label")).toBe("Lab: who gets it?");
});

test.each([
  ["static", "not started"],
  ["connecting", "connecting …"],
  ["live", "live"],
  ["lost", "connection lost"],
  ["replay", "replay"],
] as const)("the state %s is said as a word", (state, word) => {
  mount(<LabFrame {...props} state={state} />);
  expect(find(".lab-state")?.textContent).toBe(word);
});

test("a failure and a lost connection say what happened and what to do", () => {
  mount(<LabFrame {...props} state="lost" failure={commonFailures["rate-limited"]} />);
  const alerts = [...document.querySelectorAll('[role="alert"]')].map((alert) => alert.textContent);
  expect(alerts).toEqual(
    [commonFailures["rate-limited"], commonFailures.disconnected].map(
      ({ says, next }) => `${says} ${next}`,
    ),
  );
});

test("a connection that is lost while a command waits for its answer is said once", () => {
  mount(<LabFrame {...props} state="lost" failure={commonFailures.disconnected} />);
  expect(document.querySelectorAll('[role="alert"]')).toHaveLength(1);
  mount(<LabFrame {...props} state="live" failure={commonFailures.disconnected} />);
  expect(document.querySelectorAll('[role="alert"]')).toHaveLength(1);
});

test("there is one status, also before there is anything to say", () => {
  mount(<LabFrame {...props} />);
  expect(find('[role="status"]')?.textContent).toBe("");
  mount(<LabFrame {...props} status="Bob received it." />);
  expect(document.querySelectorAll('[role="status"]')).toHaveLength(1);
  expect(find('[role="status"]')?.textContent).toBe("Bob received it.");
});

test("a button without its callback is not drawn", () => {
  mount(<LabFrame {...props} onReset={() => {}} linkOf={() => "x"} />);
  expect(buttons()).toEqual(["Reset", "Copy link"]);
});

test("the log opens and closes", async () => {
  mount(<LabFrame {...props} log={<i>line</i>} />);
  expect(find(".lab-log")).toBeNull();
  await press("Log");
  expect(find(".lab-log")?.textContent).toBe("line");
  expect(find("button")?.getAttribute("aria-expanded")).toBe("true");
  await press("Log");
  expect(find(".lab-log")).toBeNull();
});

test("what is left out, what the word promises and the sources are listed", () => {
  mount(<LabFrame {...props} />);
  const text = find("details")?.textContent;
  expect(text).toContain("The bytes.");
  expect(text).toContain("It happened in this session.");
  expect(text).toContain("RFC 6455");
});

test("without a clipboard the link is shown, selected, to be copied by hand", async () => {
  mount(<LabFrame {...props} linkOf={() => "http://192.168.1.2/labs/emit/"} />);
  await press("Copy link");
  const input = document.querySelector("input");
  expect(input?.readOnly).toBe(true);
  expect(input?.selectionEnd).toBe("http://192.168.1.2/labs/emit/".length);
});

test("with a clipboard the link is copied, and the button says so", async () => {
  const writeText = vi.fn(async () => {});
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  mount(<LabFrame {...props} linkOf={() => "http://localhost/"} />);
  await press("Copy link");
  expect(writeText).toHaveBeenCalledWith("http://localhost/");
  expect(buttons()).toContain("Link copied");
});

test("fields carry their labels, errors and unique ids", () => {
  const option = { value: "a", label: "A" };
  const fields = (error?: string) => [
    <Segmented key="1" label="Who" value="a" options={[option]} onChange={() => {}} />,
    <Segmented key="2" label="Whom" value="a" options={[option]} onChange={() => {}} />,
    <Select key="3" label="Call" value="a" options={[option]} onChange={() => {}} />,
    <JsonField key="4" label="Payload" value="{" error={error} onInput={() => {}} />,
    <JsonField key="5" label="Event" value="news" hint="A name." onInput={() => {}} />,
  ];
  mount(<LabFrame {...props} controls={fields("Not JSON.")} />);
  const input = document.querySelector('input[aria-invalid="true"]');
  expect(document.getElementById(input?.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
    "Not JSON.",
  );
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const groups = [...document.querySelectorAll<HTMLInputElement>('[type="radio"]')];
  expect(new Set(groups.map(({ name }) => name)).size).toBe(2);
});

test("choosing tells the value, typing the text", async () => {
  const told: string[] = [];
  const options = ["a", "b"].map((value) => ({ value, label: value }));
  mount([
    <Segmented key="1" label="Who" value="a" options={options} onChange={(v) => told.push(v)} />,
    <JsonField key="2" label="Payload" value="" onInput={(v) => told.push(v)} />,
  ]);
  await act(async () => find('[type="radio"][value="b"]')?.click());
  const field = document.querySelector<HTMLInputElement>('[type="text"]');
  if (field) field.value = "{";
  await act(async () => {
    field?.dispatchEvent(new Event("input", { bubbles: true }));
  });
  expect(told).toEqual(["b", "{"]);
});

test("it is complete when it is rendered on the server", () => {
  const html = renderToString(<LabFrame {...props} state="static" onReset={() => {}} />);
  expect(html).toContain('data-state="static"');
  expect(html).toContain('role="status"');
});
