import { STAFF_ROLES, type StaffRole } from './rules/staffRoles.ts'
import { ATTITUDE } from './rules/attitude.ts'

/**
 * The group of staff a text is about; undefined where it names none. Of several, the one named last before the words
 * about manners: "의사는 좋았는데 간호사가 반말을 했어요" is about the nurse.
 */
export function findStaff(text: string): StaffRole | undefined {
  const mentions = STAFF_ROLES.flatMap((role) =>
    Array.from(text.matchAll(role.words), ({ index }) => ({ role, index })),
  )
  const inOrder = mentions.toSorted((a, b) => a.index - b.index)
  const manners = text.search(ATTITUDE)
  const accused = manners === -1 ? undefined : inOrder.findLast(({ index }) => index <= manners)
  return (accused ?? inOrder[0])?.role
}
