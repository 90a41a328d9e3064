import type { ApportionTexts } from '../id/registration-map.js'

/** Figures on the map of another day. */
export const registrationMap = {
  map: 'Map of districts',
  mapOfDays: 'The map of each day',
  mapBefore: (day: string) => `The map before ${day}`,
  mapSince: (day: string) => `The map since ${day}`,
  mapShare: (o: ApportionTexts) =>
    o.isForward
      ? `Before ${o.day}, ${o.share} of the figures of ${o.from} are counted as ${o.to}: an estimate. ${o.source}. The total stays the same.`
      : `Since ${o.day}, ${o.share} of the figures of ${o.to} are counted as ${o.from}. The total stays the same.`,
}
