/** Whether there is such a day; without a year the 29th of February is one. */
export function isDay(year: number | undefined, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  // Day 0 of the next month is the last of this one; 2000 was a leap year.
  return day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
}
