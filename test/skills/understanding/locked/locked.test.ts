import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { CATEGORIES, CRISIS_KINDS, TICKET_TYPES, URGENCIES } from '../../../../src/tickets/vocabulary.ts'
import type { Category } from '../../../../src/tickets/vocabulary.ts'

/**
 * The lines understanding is measured on, composed one by one without sight of the rules or of any example they were
 * made from. They serve no training and no tuning. Whoever mends a label says so in the changelog.
 */
const id = z.string().regex(/^[odche]\d{4}$/)
const text = z.string().min(1).max(400)
const lang = z.enum(['ko', 'en'])

const ordinary = z.strictObject({
  id,
  text,
  type: z.enum(TICKET_TYPES),
  category: z.enum(CATEGORIES).nullable(),
  department: z.string().nullable(),
  urgency: z.enum(URGENCIES),
  lang,
  /** Categories a careful coordinator would accept as well. */
  also: z.array(z.enum(CATEGORIES)).min(1).optional(),
})
const danger = z.strictObject({ id, text, crisis: z.enum(CRISIS_KINDS), lang })
const critical = z.strictObject({ id, text, urgency: z.literal('critical') })
const unlabelled = z.strictObject({ id, text })

/** Departments concerned, as the sample hospital file names them; several where it depends on the person or place. */
const DEPARTMENTS: Record<Category, readonly string[]> = {
  waiting: ['원무과'],
  reservation: ['원무과'],
  billing: ['원무과'],
  parking_guidance: ['원무과'],
  records_documents: ['원무과'],
  medical_care: ['진료부'],
  explanation: ['진료부'],
  nursing: ['간호부'],
  pharmacy: ['약제과'],
  examination: ['진단검사·영상'],
  facility: ['시설관리'],
  meal: ['영양과'],
  medical_accident: ['의료민원TFT'],
  privacy: ['개인정보보호담당'],
  staff_attitude: ['진료부', '간호부', '원무과', '시설관리', '진단검사·영상', '고객상담실'],
  other: ['고객상담실', '간호부'],
}

async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const content = await readFile(join(import.meta.dirname, file), 'utf8')
  return content
    .trimEnd()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)))
}

const ordinaryLines = await readLines('ordinary.jsonl', ordinary)
const dangerLines = await readLines('danger.jsonl', danger)
const criticalLines = await readLines('critical.jsonl', critical)
const harmlessLines = await readLines('harmless.jsonl', unlabelled)
const everydayLines = await readLines('everyday.jsonl', unlabelled)
const all = [...ordinaryLines, ...dangerLines, ...criticalLines, ...harmlessLines, ...everydayLines]

/** Two lines that differ only in spaces, case and punctuation are one line. */
function withoutDecoration(line: string): string {
  return line.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '') || line
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

describe('the locked lines', () => {
  it('are enough to measure by', () => {
    expect(ordinaryLines.length).toBeGreaterThanOrEqual(640)
    expect(dangerLines.length).toBeGreaterThanOrEqual(320)
    expect(criticalLines.length).toBeGreaterThanOrEqual(60)
    expect(harmlessLines.length).toBeGreaterThanOrEqual(320)
    expect(everydayLines.length).toBeGreaterThanOrEqual(2000)
  })

  it.each(CATEGORIES)('hold at least thirty lines about %s', (category) => {
    expect(ordinaryLines.filter((line) => line.category === category).length).toBeGreaterThanOrEqual(30)
  })

  it.each(TICKET_TYPES)('hold at least thirty of the type %s', (type) => {
    expect(ordinaryLines.filter((line) => line.type === type).length).toBeGreaterThanOrEqual(30)
  })

  it.each(CRISIS_KINDS)('hold at least sixty of the danger %s', (crisis) => {
    expect(dangerLines.filter((line) => line.crisis === crisis).length).toBeGreaterThanOrEqual(60)
  })

  it('name a department that deals with the category', () => {
    const wrong = ordinaryLines.filter(({ category, department }) =>
      category === null ? department !== null : !DEPARTMENTS[category].includes(department ?? ''),
    )
    expect(wrong).toEqual([])
  })

  it('give a category to all that makes a ticket and to nothing else', () => {
    expect(ordinaryLines.filter((line) => (line.type === 'not_complaint') !== (line.category === null))).toEqual([])
  })

  it('accept as second category only another one', () => {
    const wrong = ordinaryLines.filter(
      ({ category, also = [] }) => also.some((other) => other === category) || repeated(also).length > 0,
    )
    expect(wrong).toEqual([])
  })

  it('include foreign patients who write English', () => {
    const english = all.filter((line) => !/\p{Script=Hangul}/u.test(line.text))
    expect(english.length / all.length).toBeGreaterThan(0.1)
  })

  it('never repeat a line or an id, within a file or between two', () => {
    expect(repeated(all.map((line) => withoutDecoration(line.text)))).toEqual([])
    expect(repeated(all.map((line) => line.id))).toEqual([])
  })
})
