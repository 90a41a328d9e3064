import type { Words } from '../../language/words.js'

/** What was done, in the reader's words; a code that has none yet is shown as it is. */
export function actionName({ system }: Words, action: string): string {
  return (system.auditActions as Record<string, string | undefined>)[action] ?? action
}

export function subjectName({ system }: Words, kind: string): string {
  return (system.auditSubjects as Record<string, string | undefined>)[kind] ?? kind
}
