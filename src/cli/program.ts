import { Command, CommanderError } from 'commander'
import type { Io } from './io.ts'
import { addAudit } from './program/audit.ts'
import type { Choose, Chosen } from './program/choose.ts'
import { addContactCommands } from './program/contacts.ts'
import { addScripts } from './program/scripts.ts'
import { addStandardCommands } from './program/standards.ts'
import { version } from './version.ts'

/** The command line. `choose` is called with the command that the arguments name. */
export function createProgram(io: Io, choose: Choose): Command {
  const program = new Command('linecheck')
    .description('Audit customer-service contacts against service standards. 按服务标准审核客服对话。')
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: text => void io.stdout.write(text),
      writeErr: text => void io.stderr.write(text)
    })
    .showHelpAfterError('(linecheck --help shows what there is)')

  addAudit(program, io, choose)
  addContactCommands(program, io, choose)
  addScripts(program, io, choose)
  addStandardCommands(program, io, choose)
  return program
}

export { CommanderError, type Chosen }
