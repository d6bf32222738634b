import { bankCard } from './bank-card.ts'
import { cnAddress } from './cn-address.ts'
import { cnIdCard } from './cn-id-card.ts'
import { cnLandline } from './cn-landline.ts'
import { cnMobile } from './cn-mobile.ts'
import { cnPlate } from './cn-plate.ts'
import { date } from './date.ts'
import { duration } from './duration.ts'
import { email } from './email.ts'
import type { Entity } from './entity.ts'
import { money } from './money.ts'
import { orderNumber } from './order-number.ts'
import { personName } from './person-name.ts'
import { staffNumber } from './staff-number.ts'
import { time } from './time.ts'

/** All kinds of data that patterns can look for. */
export const entities: readonly Entity[] = [
  cnMobile,
  cnLandline,
  cnIdCard,
  bankCard,
  email,
  cnAddress,
  cnPlate,
  orderNumber,
  staffNumber,
  money,
  date,
  time,
  duration,
  personName
]

export const entityNames: readonly string[] = entities.map(entity => entity.name)
