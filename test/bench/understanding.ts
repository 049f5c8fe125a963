import { readExamples } from '../../skills/understanding/model/readExamples.ts'
import { understand } from '../../skills/understanding/understand.ts'

/** `node test/bench/understanding.ts`: what one message of 500 characters costs, in processor time of one core. */
const CHARS = 500
const ROUNDS = 4
const now = new Date()
const story = readExamples()
  .ordinary.map(({ text }) => text)
  .join(' ')
const messages = Array.from({ length: Math.floor(story.length / CHARS) }, (_, place) =>
  story.slice(place * CHARS, (place + 1) * CHARS),
)
const firstMs = timeMs(messages[0]!)
for (const message of messages) understand(message, { now })
const times = Array.from({ length: ROUNDS }, () => messages.map(timeMs))
  .flat()
  .toSorted((a, b) => a - b)
console.log({
  messages: times.length,
  firstMs: firstMs.toFixed(0),
  p50Ms: times[Math.floor(times.length * 0.5)]?.toFixed(2),
  p99Ms: times[Math.floor(times.length * 0.99)]?.toFixed(2),
})

function timeMs(message: string): number {
  const before = process.cpuUsage()
  understand(message, { now })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
