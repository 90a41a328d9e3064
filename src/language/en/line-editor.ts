import type { Words } from '../words.js'

export const lineEditor: Words['lineEditor'] = {
  rotation: 'Materials and their turns',
  rotationHint:
    'Write a weight for each material: 2 and 1 mean that the first runs twice as often. Leave it empty where it is not used.',
  agreedPrice: 'Agreed price per broadcast (Rp)',
  agreedPriceHint:
    'Leave it empty to use the outlet’s rate valid on the day. The value of free airtime is never added to spending.',
  show: 'Show broadcasts and cost',
  previewTitle: 'Broadcasts of this line',
  previewNone: 'Complete the fields to see the broadcasts and what they cost.',
  sum: (runs, days, flight) =>
    `${runs} ${runs === '1' ? 'broadcast' : 'broadcasts'} on ${days} ${days === '1' ? 'day' : 'days'}, ${flight}.`,
  cost: rupiah => `Cost ${rupiah}.`,
  freeValue: rupiah => `Free airtime worth ${rupiah}, not spent.`,
  budgetLeft: rupiah => `${rupiah} of the campaign’s budget is left after this line.`,
  budgetOver: rupiah => `This line takes the campaign ${rupiah} over its budget.`,
  rates: 'Rates that apply',
  rateOf: (days, rupiah) => `${days}: ${rupiah} per broadcast`,
  byRate: 'outlet’s rate',
  skipped: days => `Left out as public holidays: ${days}.`,
  onHolidays: days => `Includes public holidays: ${days}.`,
  day: 'Day',
  times: 'Time',
  rotationOn: 'Material',
  price: 'Price',
  more: n => `and ${n} more ${n === '1' ? 'day' : 'days'}`,
}
