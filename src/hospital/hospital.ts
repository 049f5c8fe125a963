import { z } from 'zod'

import { retentionSettings } from '../retention/periods.ts'
import { CATEGORIES } from '../tickets/vocabulary.ts'
import { faqSchema } from './faq.ts'

/** What a member of staff may do; one person may hold several roles. */
const STAFF_ROLES = [
  'member',
  'head',
  'director',
  'coordinator',
  'task_force',
  'rights_officer',
  'privacy_officer',
] as const

const bilingual = z.object({ ko: z.string().min(1), en: z.string().min(1) })
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00')
const isoDate = z.iso.date()
const slackChannel = z.string().regex(/^[CG][A-Z0-9]{2,}$/, 'must be a Slack channel id such as C0123ABCD')
const slackUser = z.string().regex(/^[UW][A-Z0-9]{2,}$/, 'must be a Slack user id such as U0123ABCD')

const departmentSchema = z.object({
  name: z.string().min(1),
  nameEn: z.string().min(1),
  slackChannel,
})

const staffSchema = z.object({
  name: z.string().min(1),
  slackUserId: slackUser,
  email: z.email(),
  departments: z.array(z.string()).default([]),
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
})

const categorySchema = z.object({
  department: z.string().min(1),
  answerWithinWorkingDays: z.number().int().min(1).max(60),
})

const helplineSchema = z.object({
  id: z.string().min(1),
  number: z.string().min(2),
  label: bilingual,
  verifiedOn: isoDate,
})

/** A processor outside Korea that receives data, as 개인정보 보호법 §28의8② asks it to be named. */
const overseasProcessorSchema = z.object({
  name: z.string().min(1),
  contact: z.string().min(1),
  country: bilingual,
  purpose: bilingual.default({ ko: '직원 알림과 민원 처리', en: 'staff alerts and handling' }),
  retention: bilingual,
})

/** The hospital file: everything about one hospital that is not code. */
export const hospitalSchema = z
  .object({
    version: z.literal(1),
    name: bilingual,
    phone: z.string().min(2),
    visit: bilingual,
    emergencyRoom: z.string().min(2),
    slack: z.discriminatedUnion('processing', [
      z.object({ processing: z.literal('domestic') }),
      z.object({ processing: z.literal('overseas'), processor: overseasProcessorSchema }),
    ]),
    /** Who runs the language model; must be named where `LLM_REGION` says it runs abroad. */
    languageModel: z.object({ processor: overseasProcessorSchema }).optional(),
    /** `chatButtons: false`: each consent is given on the consent page alone, not by buttons in the chat. */
    consent: z.object({ chatButtons: z.boolean() }).default({ chatButtons: true }),
    /** `photoBlockId`: the block of the secure-image plugin; absent: no photos are taken on KakaoTalk. */
    kakao: z.object({ photoBlockId: z.string().min(1).optional() }).prefault({}),
    /** How long things are kept; never longer than the notices say. */
    retention: retentionSettings.prefault({}),
    calendar: z.object({ opens: clockTime, closes: clockTime, holidays: z.array(isoDate) }),
    departments: z.array(departmentSchema).min(1),
    coordination: z.object({
      department: z.string(),
      dutyChannel: slackChannel,
      /** Slack ids of those who may open dangers besides coordinators and directors. */
      dutyStaff: z.array(slackUser).default([]),
      /** The rights officers' department: it gets violence and harassment, unless it is the one complained about. */
      rightsDepartment: z.string().optional(),
    }),
    categories: z.record(z.enum(CATEGORIES), categorySchema),
    callbackWithinWorkingDays: z.number().int().min(1).max(10),
    /** Within how many working days a question left for staff is answered. */
    inquiryWithinWorkingDays: z.int().min(1).max(7).default(1),
    /** A public body, whose records follow their own schedule: deleting one is decided by a person. */
    publicBody: z.boolean().default(false),
    /** Days, not working days, within which a request about one's own data is answered (개인정보 보호법 시행령 §41④, §43③). */
    rightsWithinDays: z.int().min(1).max(10).default(10),
    staff: z.array(staffSchema).min(1),
    helplines: z.array(helplineSchema).min(3),
    /** Questions the chat answers by itself. */
    faq: faqSchema,
  })
  .superRefine((hospital, context) => {
    const names = new Set(hospital.departments.map((department) => department.name))
    const demandDepartment = (name: string, path: (string | number)[]): void => {
      if (!names.has(name)) context.addIssue({ code: 'custom', path, message: `names no department: ${name}` })
    }
    demandDepartment(hospital.coordination.department, ['coordination', 'department'])
    const { rightsDepartment, dutyStaff } = hospital.coordination
    if (rightsDepartment !== undefined) demandDepartment(rightsDepartment, ['coordination', 'rightsDepartment'])
    dutyStaff.forEach((id, at) => {
      if (hospital.staff.some(({ slackUserId }) => slackUserId === id)) return
      context.addIssue({ code: 'custom', path: ['coordination', 'dutyStaff', at], message: `names nobody: ${id}` })
    })
    for (const [category, entry] of Object.entries(hospital.categories)) {
      demandDepartment(entry.department, ['categories', category, 'department'])
    }
    hospital.staff.forEach((person, index) =>
      person.departments.forEach((name, at) => demandDepartment(name, ['staff', index, 'departments', at])),
    )
    for (const id of ['119', '112', '109']) {
      if (!hospital.helplines.some((line) => line.id === id)) {
        context.addIssue({ code: 'custom', path: ['helplines'], message: `must hold the line ${id}` })
      }
    }
  })

export type Hospital = Readonly<z.infer<typeof hospitalSchema>>
export type Department = Hospital['departments'][number]
export type StaffMember = Hospital['staff'][number]

/** Finds the member of staff behind a Slack user id; undefined for strangers, who are refused. */
export function findStaffBySlackUser(hospital: Hospital, slackUserId: string): StaffMember | undefined {
  return hospital.staff.find((person) => person.slackUserId === slackUserId)
}

/** Finds the member of staff by e-mail, ignoring case; undefined for strangers. */
export function findStaffByEmail(hospital: Hospital, email: string): StaffMember | undefined {
  const wanted = email.trim().toLowerCase()
  return hospital.staff.find((person) => person.email.toLowerCase() === wanted)
}

/** The department of that Korean name, or the coordinator's when the file knows no such department. */
export function departmentOrCoordinator(hospital: Hospital, name: string): Department {
  const found =
    hospital.departments.find((department) => department.name === name) ??
    hospital.departments.find((department) => department.name === hospital.coordination.department)
  if (!found) throw new Error('The hospital file was not validated: its coordinating department is missing.')
  return found
}

/** Tells whether a member of staff may see and work on a department's tickets. */
export function mayHandle(hospital: Hospital, person: StaffMember, department: string): boolean {
  if (person.roles.includes('coordinator') || person.roles.includes('director')) return true
  return person.departments.includes(departmentOrCoordinator(hospital, department).name)
}
