import { z } from 'zod'
import { day, ids, text, wholeNumber } from '../form-fields.js'

const plan = {
  name: text(120),
  objective: text(1000),
  firstDay: day(),
  lastDay: day(),
  budgetRupiah: wholeNumber(0, 1e13),
  streamIds: ids(),
  districtCodes: ids(),
  messageIds: ids(),
}

export const NewCampaignForm = z.strictObject(plan)
export const CampaignForm = z.strictObject({ ...plan, version: wholeNumber(1, 1e9) })
export const ReasonForm = z.strictObject({ reason: text(1000) })
