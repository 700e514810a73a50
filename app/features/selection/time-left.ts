/** Whole days, hours, minutes and seconds between two instants; null once the time has come. */
export function timeLeft(fromMs: number, untilMs: number) {
  if (untilMs <= fromMs) return null
  const seconds = Math.ceil((untilMs - fromMs) / 1000)
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3_600),
    minutes: Math.floor((seconds % 3_600) / 60),
    seconds: seconds % 60,
  }
}
