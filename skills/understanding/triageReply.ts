import { z } from 'zod'

import { CATEGORIES, TICKET_TYPES, URGENCIES } from '../../src/tickets/vocabulary.ts'
import { DEFAULT_DEPARTMENT } from './departments.ts'

const departments = [...new Set(Object.values(DEFAULT_DEPARTMENT))]

/**
 * What a model may say of a complaint: words of our own vocabulary, or stretches of the text. Every field is demanded and
 * lengths are left out, for that is what servers with a strict JSON schema take.
 */
export const triageReply = z.strictObject({
  type: z.enum(TICKET_TYPES),
  category: z.enum(CATEGORIES),
  department: z.enum(departments),
  urgency: z.enum(URGENCIES),
  isSure: z.boolean(),
  whenWords: z.string().nullable(),
  whenDate: z.string().nullable(),
  where: z.string().nullable(),
  wish: z.string().nullable(),
})

export type TriageReply = z.infer<typeof triageReply>

/** What the model is told about its task. @param today the day in Seoul, `YYYY-MM-DD` */
export function triageInstructions(today: string): string {
  return `Read the complaint and fill in the fields.
- category: what it is mainly about. waiting; reservation; billing; parking_guidance; records_documents (certificates, copies);
  medical_care (how a doctor treats); explanation (too little, or unclear); nursing (ward care); pharmacy; examination; facility;
  meal; medical_accident (harm by treatment alleged); privacy; staff_attitude (tone, discrimination, harassment by staff);
  other (visitors, other patients, theft, this chat).
- department: the one concerned. For staff_attitude that of the person: doctor or therapist 진료부, nurse 간호부, reception,
  cashier or parking 원무과, guard or cleaner 시설관리, unknown 고객상담실.
- urgency: critical (somebody may come to harm now), high (today), normal, low.
- isSure: false when two categories fit about equally, or none does.
- whenWords: the words that say when it happened, copied letter by letter; whenDate: that day as YYYY-MM-DD. Today is ${today}.
- where: the place in the hospital, copied letter by letter. wish: the sentence that says what the person wants, copied.
- null for whatever the text does not say.`
}
