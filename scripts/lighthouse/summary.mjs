/** The least that each category may score, as the median of all runs. */
export const LEAST = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };

const METRICS = {
  LCP: "largest-contentful-paint",
  CLS: "cumulative-layout-shift",
  TBT: "total-blocking-time",
  bytes: "total-byte-weight",
};

/** The middle one of an odd number of figures; the upper middle one of an even number. */
export const median = (figures) =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];

/** Median scores from 0 to 100 by category, and median metrics (ms, bytes; CLS has no unit). */
export function summarise(reports) {
  const score = (name) => median(reports.map((report) => report.categories[name].score * 100));
  const metric = (id) => median(reports.map((report) => report.audits[id].numericValue));
  return {
    scores: mapEntries(LEAST, ([name]) => [name, Math.round(score(name))]),
    metrics: mapEntries(METRICS, ([name, id]) => [name, metric(id)]),
  };
}

/** The categories of a summary that score too low. */
export const tooLow = ({ scores }) =>
  Object.keys(LEAST).filter((name) => scores[name] < LEAST[name]);

/** One line: the scores, then the metrics. */
export function summaryLine({ scores, metrics }) {
  const { LCP, CLS, TBT, bytes } = metrics;
  const shown = Object.entries(scores).map(([name, score]) => `${name} ${score}`);
  const times = `LCP ${Math.round(LCP)} ms, CLS ${CLS.toFixed(3)}, TBT ${Math.round(TBT)} ms`;
  return `${shown.join(", ")}; ${times}, ${Math.round(bytes)} bytes`;
}

/**
 * What keeps a report from full scores: one line for each audit that failed and counts in a category,
 * and under it the elements that it names.
 */
export function complaints(report) {
  const counted = Object.keys(LEAST).flatMap((name) => report.categories[name].auditRefs);
  const ids = new Set(counted.filter(({ weight }) => weight > 0).map(({ id }) => id));
  return [...ids]
    .map((id) => report.audits[id])
    .filter(({ score }) => score !== null && score < 1)
    .flatMap((audit) => [headOf(audit), ...placesOf(audit)]);
}

const headOf = ({ id, title, displayValue }) =>
  `  ${id}: ${title}${displayValue ? ` (${displayValue})` : ""}`;

const placesOf = ({ details }) =>
  (details?.items ?? [])
    .map(({ node, url, description }) => node?.selector ?? url ?? description)
    .filter(Boolean)
    .map((place) => `    ${place}`);

const mapEntries = (object, change) => Object.fromEntries(Object.entries(object).map(change));
