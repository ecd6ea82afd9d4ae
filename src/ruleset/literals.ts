import type { Text } from "./text.ts";

/** What a day is, told where one is expected. */
export const aDay: Text = {
  zh: "日历上的日期，例如 `2010-11-30`",
  en: "a day of the calendar, such as `2010-11-30`",
};

/** Is this a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Moves a day by so many days. */
export function dayMoved(day: string, by: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + by);
  return moved.toISOString().slice(0, 10);
}

/** Counts the decimals of a number's shortest decimal form. */
export function decimals(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (mantissa.split(".")[1] ?? "").length - Number(exponent));
}
