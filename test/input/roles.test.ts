import { describe, expect, it } from 'vitest'
import { greets } from '../../src/input/json/vendors/greets.ts'
import { htmlText } from '../../src/input/json/vendors/html-text.ts'
import { read, told } from './read.ts'

function voices(...said: readonly (readonly [voice: string, text: string])[]): string {
  const segments = said.map(([speaker, text], i) => ({ start: i, end: i + 0.5, text, speaker }))
  return `${JSON.stringify({ segments })}\n`
}

const talk = voices(['A', 'Hello?'], ['B', 'Good day.'], ['C', 'I join you.'], ['A', 'Thank you.'])

describe('who is the agent, where a transcript only tells voices apart,', () => {
  const by = async (text: string, agents?: readonly string[]): Promise<unknown> => {
    const { contacts, problems } = await read(text, agents ? { agents } : {})
    return [contacts[0]?.turns.map(turn => turn.by).join(' '), ...told(problems).map(([code]) => code)]
  }

  it('is told by the user', async () => {
    expect(await by(talk, ['B'])).toEqual(['customer agent customer customer'])
    expect(await by(talk, ['a', 'c'])).toEqual(['agent customer agent agent'])
  })

  it('is told by labels that are words for roles, but never by a letter', async () => {
    expect(await by(voices(['Zoe', 'Hello?'], ['Customer', 'Hi.']))).toEqual(['agent customer'])
    expect(await by(voices(['客服小李', '喂'], ['李先生', '你好']))).toEqual(['agent customer'])
    // Recognizers count voices: C is not the customer.
    expect(await by(voices(['C', 'Hi.'], ['B', 'Mill Bakery, how can I help?']))).toEqual([
      'customer agent',
      'input/agent-greets'
    ])
  })

  it('is nobody who is known to be a machine', async () => {
    expect(
      await by(voices(['Chatbot', '您好，很高兴为您服务'], ['x1', '喂'], ['x2', '您好，工号1001为您服务']))
    ).toEqual(['bot customer agent', 'input/agent-greets'])
  })

  it('is who greets near the beginning', async () => {
    expect(await by(voices(['x1', '喂'], ['x2', '您好，很高兴为您服务'], ['x1', '我要退货']))).toEqual([
      'customer agent customer',
      'input/agent-greets'
    ])
    const late = Array.from({ length: 4 }, () => ['x2', 'Well.'] as const)
    expect(await by(voices(['x1', 'Hi.'], ...late, ['x2', 'How may I help you?']))).toEqual([
      'agent customer customer customer customer customer',
      'input/agent-first'
    ])
  })

  it('is else who speaks first, and the only one where there is one', async () => {
    expect(await by(talk)).toEqual(['agent customer customer agent', 'input/agent-first'])
    expect(await by(voices(['A', 'Hello.'], ['A', 'So.']))).toEqual(['agent agent', 'input/one-speaker'])
    expect(await by(voices(['A', 'Hello.'], ['A', 'So.']), ['B'])).toEqual([
      'agent agent',
      'input/one-speaker'
    ])
  })

  it.each([
    ['您好，感谢您致电青禾银行', true],
    ['欢迎光临，有什么可以帮您', true],
    ['你好，工号1001为您服务', true],
    ['这里是星河客服中心', true],
    ['您好，我是您的客户经理小林', true],
    ['Thank you for calling Anchor Tools', true],
    ['Hi, this is Maren from Harbour Pottery', true],
    ['Good evening, how may I direct you', true],
    ['喂，你好', false],
    ['我想问一下我的快递', false],
    ['Hi, this is about my order', false],
    ['can you help me', false],
    ['thank you', false]
  ])('greets: %s', (text, greeting) => {
    expect(greets(text)).toBe(greeting)
  })
})

describe('a body of HTML', () => {
  it.each([
    ['<p>Hello&nbsp;Pia,</p><p>a &amp; b</p>', 'Hello Pia,\na & b'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['<a href="https://x.example">link</a> &#20320;&#x597d; &unknown;', 'link 你好 &unknown;'],
    ['<img src="x" alt="receipt"><img src="y">', '[receipt]'],
    ['<style>p { color: red }</style>text<!-- gone -->', 'text'],
    ['a < b and c > d', 'a < b and c > d'],
    ['x<5, y>3', 'x<5, y>3'],
    ['plain\n\n\ntext  here', 'plain\ntext here'],
    ['&lt;b&gt;', '<b>'],
    ['&#0;&#9999999;', '&#0;&#9999999;']
  ])('%j', (html, text) => {
    expect(htmlText(html)).toBe(text)
  })
})
