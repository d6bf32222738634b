import { describe, expect, it } from 'vitest'
import { formatMoment, parseClock, parseDuration, parseMoment } from '../../src/input/times.ts'
import { failure, read, told } from './read.ts'

describe('a date-time', () => {
  it.each([
    ['2026-03-02T09:00:05+08:00', '2026-03-02T09:00:05+08:00'],
    ['2026-03-02T09:00:05Z', '2026-03-02T09:00:05Z'],
    ['2026-03-02T09:00:05.5z', '2026-03-02T09:00:05.500Z'],
    ['2026-03-02 09:00:05 +0800', '2026-03-02T09:00:05+08:00'],
    ['2026-03-02T23:30:00-05:30', '2026-03-02T23:30:00-05:30'],
    ['2026-03-02 09:00:05', '2026-03-02T09:00:05'],
    ['2026-03-02 09:00:05,123', '2026-03-02T09:00:05.123'],
    ['2026/3/2 9:00', '2026-03-02T09:00:00'],
    ['2026.3.2 9:00', '2026-03-02T09:00:00'],
    ['2026年3月2日 9:00:05', '2026-03-02T09:00:05'],
    ['2026年3月2日9时5分', '2026-03-02T09:05:00'],
    ['2026-03-02 下午 3:00:05', '2026-03-02T15:00:05'],
    ['2026-03-02 12:05 AM', '2026-03-02T00:05:00'],
    ['2026年3月2日 下午3:05', '2026-03-02T15:05:00'],
    ['2026年3月2日 星期一 上午9:05:06', '2026-03-02T09:05:06'],
    ['2026/3/2 周一 晚上8:05', '2026-03-02T20:05:00'],
    ['2026/3/2 中午11:50', '2026-03-02T11:50:00'],
    ['2026/3/2 中午1:05', '2026-03-02T13:05:00'],
    ['2026/3/2 晚上12:05', '2026-03-02T00:05:00'],
    ['2026/3/2 凌晨2:05', '2026-03-02T02:05:00'],
    ['2026/3/2 下午15:05', '2026-03-02T15:05:00'],
    ['2026/3/2 15:05', '2026-03-02T15:05:00'],
    ['20260302090005', '2026-03-02T09:00:05'],
    ['20260302 090005', '2026-03-02T09:00:05'],
    [' 2026-03-02 ', '2026-03-02'],
    ['2024-02-29', '2024-02-29']
  ])('%s', (text, iso) => {
    expect(formatMoment(parseMoment(text)!)).toBe(iso)
  })

  it.each([
    '2026-02-29',
    '2026-13-01 09:00',
    '2026-03-02 25:00',
    '2026-03-02 09:61',
    '9:00:05',
    '3月2日',
    '3月2日 9:00',
    '5',
    '3/2/2026',
    '2026-03-02x',
    ''
  ])('that is none: %j', text => {
    expect(parseMoment(text)).toBeUndefined()
  })

  it('with the day or the month first needs to be told which', () => {
    expect(formatMoment(parseMoment('3/2/2026 9:00 PM', 'mdy')!)).toBe('2026-03-02T21:00:00')
    expect(formatMoment(parseMoment('3/2/2026', 'dmy')!)).toBe('2026-02-03')
  })
})

it.each([
  ['0:05', 5000],
  ['00:00:05.2', 5200],
  ['1:02:03,045', 3_723_045],
  ['90:00', 5_400_000],
  ['5', Number.NaN],
  ['0:75', Number.NaN],
  ['1:60:00', Number.NaN]
])('a clock: %s', (text, ms) => {
  expect(parseClock(text)).toBe(ms)
})

it.each([
  ['1:20', 80_000],
  ['0:01:20', 80_000],
  ['26:00:00', 93_600_000],
  ['80s', 80_000],
  ['80秒', 80_000],
  ['1分20秒', 80_000],
  ['1分钟', 60_000],
  ['1小时5分', 3_900_000],
  ['1h 20m', 4_800_000],
  ['1h20m5.5s', 4_805_500],
  ['2 hours 5 minutes', 7_500_000],
  ['80', Number.NaN],
  ['', Number.NaN],
  ['分', Number.NaN],
  ['无', Number.NaN]
])('a length of time: %j', (text, ms) => {
  expect(parseDuration(text)).toBe(ms)
})

it('lengths of time and numbers are values of fields, however they are written', async () => {
  const { contacts } = await read(
    'id,通话时长,price_paid\n1,1分20秒,"1,234.50"\n2,"1,080","12,34"\n3,0:01:05,-1\n4,无,"1,234,567"\n'
  )
  expect(contacts.map(contact => Object.values(contact.fields))).toEqual([
    [80, 1234.5],
    [1080, '12,34'],
    [65, -1],
    ['无', 1_234_567]
  ])
})

it('whole days of Excel are dates in a column of days only', async () => {
  const { contacts } = await read('id,日期,price_paid\n1,46083,46083\n')
  expect(contacts).toMatchObject([{ started: '2026-03-02', fields: { price_paid: 46_083 } }])
  const split = await read('id,role,text,日期,time\nT1,agent,a,46083,9:00:05\nT1,agent,b,46083,9:00:07\n')
  expect(split.problems).toEqual([])
  expect(split.contacts).toMatchObject([
    { started: '2026-03-02T09:00:05', turns: [{ start: 0 }, { start: 2000 }] }
  ])
})

describe('a time zone', () => {
  const wall = 'id,role,text,time\nT1,agent,a,2026-03-02 09:00:05\n'
  const epoch = 'id,role,text,time\nT1,agent,a,1772413205\n'
  const stated = 'id,role,text,time\nT1,agent,a,2026-03-02T09:00:05-05:00\n'
  const startOf = async (log: string, timezone?: string): Promise<string | undefined> =>
    (await read(log, { timezone })).contacts[0]?.started

  it.each([
    [undefined, '2026-03-02T09:00:05', '2026-03-02T01:00:05Z'],
    ['Asia/Shanghai', '2026-03-02T09:00:05+08:00', '2026-03-02T09:00:05+08:00'],
    ['+08:00', '2026-03-02T09:00:05+08:00', '2026-03-02T09:00:05+08:00'],
    ['UTC-5', '2026-03-02T09:00:05-05:00', '2026-03-01T20:00:05-05:00'],
    ['Europe/Berlin', '2026-03-02T09:00:05+01:00', '2026-03-02T02:00:05+01:00']
  ])(
    'gives wall clocks an offset and tells UTC in it, and leaves offsets alone: %s',
    async (zone, own, utc) => {
      expect(await startOf(wall, zone)).toBe(own)
      expect(await startOf(epoch, zone)).toBe(utc)
      expect(await startOf(stated, zone)).toBe('2026-03-02T09:00:05-05:00')
    }
  )

  it('has summer time, and no day without a time', async () => {
    expect(await startOf(wall.replace('03-02', '07-02'), 'Europe/Berlin')).toBe('2026-07-02T09:00:05+02:00')
    expect((await read('id,日期,rings\n1,2026-03-02,2\n', { timezone: '+08:00' })).contacts[0]?.started).toBe(
      '2026-03-02'
    )
  })

  it('makes times comparable of which only some name their offset', async () => {
    const log = 'id,role,text,会话开始时间,time\nT1,agent,a,2026-03-02 09:00:00,1772413205\n'
    expect((await read(log)).contacts[0]).toMatchObject({ turns: [{ start: 0 }] })
    expect((await read(log, { timezone: '+08:00' })).contacts[0]).toMatchObject({
      started: '2026-03-02T09:00:00+08:00',
      turns: [{ start: 5000 }]
    })
  })

  it('holds for every format', async () => {
    const text = '# contact: T1\n# started: 2026-03-02 09:00:05\nA: hi\n'
    expect(await startOf(text, '+08:00')).toBe('2026-03-02T09:00:05+08:00')
    const json = '{"id":"T1","started":"2026-03-02T09:00:05","turns":[]}\n'
    expect(await startOf(json, '+08:00')).toBe('2026-03-02T09:00:05+08:00')
  })

  it.each(['Shanghai', '+25:00', '8', ''])('must be one: %j', async timezone => {
    expect(await failure(wall, { timezone })).toMatchObject({
      code: 'input/bad-option',
      values: { option: '--timezone', value: timezone }
    })
  })
})

/** Start times of two turns, five seconds after the contact began and ten after that, as a column has them. */
describe('a column of times', () => {
  it.each([
    ['发送时间', ['2026-03-02 09:00:05', '2026-03-02 09:00:15'], [0, 10_000], '2026-03-02T09:00:05'],
    ['时间', ['2026/3/2 9:00', '2026/3/2 9:01'], [0, 60_000], '2026-03-02T09:00:00'],
    [
      'time',
      ['2026-03-02T09:00:05.25+08:00', '2026-03-02T09:00:15+08:00'],
      [0, 9750],
      '2026-03-02T09:00:05.250+08:00'
    ],
    ['timestamp', ['1772413205', '1772413215'], [0, 10_000], '2026-03-02T01:00:05Z'],
    ['timestamp', ['1772413205000', '1772413215250'], [0, 10_250], '2026-03-02T01:00:05Z'],
    ['timestamp', ['1772413205.5', '1772413215'], [0, 9500], '2026-03-02T01:00:05.500Z'],
    ['timestamp', ['1772413205000000', '1772413215000000'], [0, 10_000], '2026-03-02T01:00:05Z'],
    ['time', ['20260302090005', '20260302090015'], [0, 10_000], '2026-03-02T09:00:05'],
    ['time', ['46083.375', '46083.3751157407'], [0, 10_000], '2026-03-02T09:00:00'],
    ['time', ['3/2/2026 9:00:05', '3/13/2026 9:00:05'], [0, 11 * 86_400_000], '2026-03-02T09:00:05'],
    ['time', ['3/2/2026 9:00:05', '13/2/2026 9:00:05'], [0, 10 * 86_400_000], '2026-02-03T09:00:05'],
    ['start', ['0:00:05', '0:00:15.5'], [5000, 15_500], undefined],
    ['start', ['00:05', '00:15'], [5000, 15_000], undefined],
    ['start', ['5', '15'], [5000, 15_000], undefined],
    ['start', ['5.25', '15'], [5250, 15_000], undefined],
    ['start', ['5000', '15000'], [5000, 15_000], undefined],
    ['start_ms', ['5', '15'], [5, 15], undefined],
    ['开始（毫秒）', ['5', '15'], [5, 15], undefined],
    ['开始(秒)', ['5000', '15000'], [5_000_000, 15_000_000], undefined],
    ['start', ['5s', '15.5s'], [5000, 15_500], undefined],
    ['time', ['09:00:05', '09:00:15'], [0, 10_000], undefined],
    ['time', ['23:59:55', '00:00:05'], [0, 10_000], undefined]
  ])('%s: %j', async (header, [a, b], starts, started) => {
    const rows = `T1,agent,a,"${a}"\nT1,customer,b,"${b}"\nT1,bot,c,\n`
    const { contacts, problems } = await read(`id,role,text,${header}\n${rows}`)
    expect(problems).toEqual([])
    expect(contacts).toHaveLength(1)
    expect(contacts[0]!.turns.map(turn => turn.start)).toEqual([...starts, undefined])
    expect(contacts[0]!.started).toBe(started)
  })

  it('has the end of a turn beside its start', async () => {
    const log =
      'id,role,text,开始时间,结束时间\nT1,agent,a,2026-03-02 09:00:05,2026-03-02 09:00:09\nT1,agent,b,2026-03-02 09:00:10,\n'
    const { contacts } = await read(log)
    expect(contacts[0]?.turns).toMatchObject([{ start: 0, end: 4000 }, { start: 5000 }])
  })

  it('may be the time of day beside a column of dates', async () => {
    const { contacts } = await read(
      'id,role,text,日期,时间\nT1,agent,a,2026/3/2,23:59\nT1,customer,b,2026/3/3,0:01\n'
    )
    expect(contacts[0]).toMatchObject({
      started: '2026-03-02T23:59:00',
      turns: [{ start: 0 }, { start: 120_000 }]
    })
  })

  it('that is the same in all rows of a contact tells when the contact began', async () => {
    const row = (by: string, time: string): string =>
      `T1,${by},x,2026-03-02 09:00:00,2026-03-02 09:10:00,${time}\n`
    const rows =
      row('agent', '2026-03-02 09:00:05') +
      row('customer', '2026-03-02 09:00:15') +
      row('agent', '2026-03-02 09:00:20')
    const timed = await read(`id,role,text,开始时间,结束时间,发送时间\n${rows}`)
    expect(timed.contacts[0]).toMatchObject({
      started: '2026-03-02T09:00:00',
      fields: { 结束时间: '2026-03-02 09:10:00' },
      turns: [{ start: 5000, end: undefined }, { start: 15_000 }, { start: 20_000 }]
    })
    const untimed = await read(
      `id,role,text,开始时间,结束时间,x\n${row('agent', '') + row('customer', '') + row('agent', '')}`
    )
    expect(untimed.contacts[0]).toMatchObject({
      started: '2026-03-02T09:00:00',
      turns: [{ start: undefined }, {}, {}]
    })
  })

  it('is counted from the stated start of the contact', async () => {
    const { contacts } = await read(
      'id,role,text,会话开始时间,time\nT1,agent,a,2026-03-02T09:00:00Z,1772442005\n'
    )
    expect(contacts[0]).toMatchObject({ started: '2026-03-02T09:00:00Z', turns: [{ start: 5000 }] })
  })

  it('may be the creation time of each message', async () => {
    const { contacts } = await read(
      'id,role,text,created_at\nT1,agent,a,2026-03-02 09:00:00\nT1,agent,b,2026-03-02 09:00:05\n'
    )
    expect(contacts[0]).toMatchObject({ fields: {}, turns: [{ start: 0 }, { start: 5000 }] })
  })

  it('orders the turns when every turn has one', async () => {
    const timed = await read('id,role,text,start_ms\nT1,agent,c,9\nT1,agent,a,1\nT1,agent,b,1\n')
    expect(timed.contacts[0]?.turns.map(turn => turn.text)).toEqual(['a', 'b', 'c'])
    const partly = await read('id,role,text,start_ms\nT1,agent,c,9\nT1,agent,a,1\nT1,agent,b,\n')
    expect(partly.contacts[0]?.turns.map(turn => turn.text)).toEqual(['c', 'a', 'b'])
  })

  it('with a value that is no time is reported, and the row is used', async () => {
    const { contacts, problems } = await read(
      'id,role,text,time\nT1,agent,a,5\nT1,agent,b,soon\nT1,agent,c,-\n'
    )
    expect(told(problems)).toEqual([['input/bad-time', 3]])
    expect(problems[0]).toMatchObject({ severity: 'warning', values: { value: 'soon', column: 'time' } })
    expect(contacts[0]?.turns).toHaveLength(3)
  })

  it('whose dates could be read in two ways is read month first, with a warning', async () => {
    const { contacts, problems } = await read('id,role,text,time\nT1,agent,a,3/2/2026 9:00\n')
    expect(told(problems)).toEqual([['input/ambiguous-date', 1]])
    expect(contacts[0]?.started).toBe('2026-03-02T09:00:00')
  })

  it('does not know the time zone of the machine', async () => {
    const log = 'id,role,text,time\nT1,agent,a,2026-03-29 02:30:00\nT1,agent,b,2026-03-29 03:30:00\n'
    const zone = process.env['TZ']
    try {
      for (const tz of ['Europe/Berlin', 'Asia/Shanghai', 'UTC']) {
        process.env['TZ'] = tz
        const { contacts } = await read(log)
        expect(contacts[0]).toMatchObject({
          started: '2026-03-29T02:30:00',
          turns: [{ start: 0 }, { start: 3_600_000 }]
        })
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})
