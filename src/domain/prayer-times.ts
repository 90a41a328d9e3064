import { CalculationParameters, Coordinates, PrayerTimes, Rounding } from 'adhan'
import { localNoon, minuteOf, type Day, type Minute } from './time.js'

export const prayers = ['fajr', 'dhuhr', 'asr', 'maghrib', 'isha'] as const
export type Prayer = (typeof prayers)[number]

export interface Place {
  /** Degrees, south negative. */
  latitude: number
  /** Degrees, east positive. */
  longitude: number
}

/** Degrees of the sun below the horizon, and minutes of caution, as the Ministry of Religious Affairs reckons. */
const parameters = { fajr: 20, isha: 18, caution: 2 }

/**
 * The five daily prayers at a place on a day, in minutes since midnight of a zone. Meeus' solar positions (adhan), fajr
 * at 20° and isha at 18°, asr when a shadow has grown by its object's length (Shafi‘i), rounded up, two minutes of
 * caution (ihtiyat). Against published times of Bandar Lampung within two minutes; height above the sea is left out.
 */
export function prayerTimes(place: Place, day: Day, zone: string): Record<Prayer, Minute> {
  const how = new CalculationParameters('Other', parameters.fajr, parameters.isha)
  how.rounding = Rounding.Up
  for (const prayer of prayers) how.adjustments[prayer] = parameters.caution
  const times = new PrayerTimes(new Coordinates(place.latitude, place.longitude), localNoon(day), how)
  const minute = (prayer: Prayer) => minuteOf(times[prayer].toISOString(), zone)
  return {
    fajr: minute('fajr'),
    dhuhr: minute('dhuhr'),
    asr: minute('asr'),
    maghrib: minute('maghrib'),
    isha: minute('isha'),
  }
}
