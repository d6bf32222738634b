import * as z from 'zod'

/**
 * An object schema that takes no other keys. The message of its issue for an unknown key is the list of the keys
 * it knows, so that the diagnostic can name them.
 */
export function closed<Shape extends z.core.$ZodLooseShape>(
  shape: Shape
): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: issue => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined)
  })
}
