import type { SetUpStep, StepState } from '../../domain/set-up.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { paths } from '../paths.js'

export interface SetUpModel {
  title: string
  lede: string
  steps: { label: string; hint: string; href: string }[]
  done: string
}

const places: Record<SetUpStep, string> = {
  office: paths.settings,
  people: paths.users,
  districts: paths.districts,
  targets: paths.targets,
  outlets: paths.outlets,
  coverage: paths.outletImports,
  registrations: paths.registrationImports,
  campaign: paths.newCampaign,
}

/** What is left to do, each leading to its place of action where it is the reader's; what is done in one line. */
export function setUpModel(words: Words, formats: Formats, steps: readonly StepState[]): SetUpModel {
  const t = words.setUp
  const open = steps.filter(({ isDone }) => !isDone)
  const done = steps.filter(({ isDone }) => isDone)
  return {
    title: t.title,
    lede: t.lead,
    steps: open.map(({ step, isTheirs }) => ({
      label: t.steps[step].label,
      hint: isTheirs ? t.steps[step].hint : `${t.steps[step].hint} ${t.others}`,
      href: isTheirs ? places[step] : '',
    })),
    done: done.length > 0 ? t.done(formats.list(done.map(({ step }) => t.steps[step].label))) : '',
  }
}
