import type { Wording } from './wording.ts'

/** What can be wrong with the calendar of a standard, and with what is asked of it. */
export const calendarCodes = {
  'standard/calendar-not-found': {
    text: { en: 'cannot read the calendar "{value}": {reason}', zh: '无法读取日历“{value}”：{reason}' },
    hint: {
      en: 'give a path from this file, the name of a shipped calendar such as cn, or write it out here',
      zh: '请写相对于本文件的路径、内置日历的名称(如 cn),或直接在此处写出'
    }
  },
  'standard/bad-timezone': {
    text: { en: 'no time zone is called "{value}"', zh: '没有名为“{value}”的时区' },
    hint: {
      en: 'names are those of the IANA database: Asia/Shanghai, Europe/London',
      zh: '请使用 IANA 时区名，如 Asia/Shanghai、Asia/Hong_Kong'
    }
  },
  'standard/calendar-hours': {
    text: {
      en: '"{value}" is no stretch of one day; like this: 09:00-18:00',
      zh: '“{value}”不是一天之内的时段；例如:09:00-18:00'
    },
    hint: {
      en: 'a shift over midnight is two: 22:00-24:00, and 00:00-06:00 on the next day',
      zh: '跨零点的班次请拆成两段：当天 22:00-24:00,次日 00:00-06:00'
    }
  },
  'standard/hours-overlap': {
    text: {
      en: '"{value}" overlaps other hours of the same day',
      zh: '“{value}”与同一天的其他时段重叠'
    }
  },
  'standard/holiday-worked': {
    text: {
      en: '{value} is both a holiday and a working day here',
      zh: '{value} 在此处既是假日又是工作日'
    }
  },
  'standard/no-calendar': {
    text: {
      en: '"{value}" needs a calendar, and the standard has none',
      zh: '“{value}”需要日历，而本标准没有日历'
    },
    hint: {
      en: 'add one, such as calendar: cn, or one of your own with holidays and working hours',
      zh: '请添加日历，如 calendar: cn,或自行写出假日和工作时间'
    }
  },
  'standard/bad-hours': {
    text: {
      en: '"{value}" is no stretch of the day; like these: {allowed}',
      zh: '“{value}”不是一天中的时段；例如：{allowed}'
    }
  },
  'standard/utc-clock': {
    text: {
      en: '{value}() reads UTC, not the clock of {zone}',
      zh: '{value}() 按 UTC 取值，而不是 {zone} 的当地时间'
    },
    hint: {
      en: 'write hour_of(t), weekday(t) or in_hours(t, ...), or name the zone in the brackets',
      zh: '请改用 hour_of(t)、weekday(t)、in_hours(t, ...),或在括号中写明时区'
    }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
