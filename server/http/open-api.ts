// /api/openapi.json, made from the route table, so that it cannot say anything else than what the server does.
import { z } from 'zod';
import { errorBodySchema } from '@commonboard/shared/protocol/errors.ts';
import { type Route, routes } from '@commonboard/shared/protocol/routes.ts';

const errorAnswer = {
  description: 'Refused; the message is a sentence a person can act on.',
  content: { 'application/json': { schema: jsonSchema(errorBodySchema) } },
};

export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries<Route>(routes)) {
    const path = route.path.replace(/:([a-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Commonboard', version: '1' },
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

function operation(name: string, route: Route): Record<string, unknown> {
  const parameters = [...route.path.matchAll(/:([a-z]+)/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    operationId: name,
    summary: route.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(route.access !== 'anyone' && { security: [{ token: [] }], 'x-roles': route.access }),
    ...(route.body && { requestBody: { content: { 'application/json': { schema: jsonSchema(route.body) } } } }),
    ...(route.raw === 'body' && { requestBody: { required: true, content: { 'image/*': {} } } }),
    responses: { [route.status]: answer(route), default: errorAnswer },
  };
}

function answer(route: Route): Record<string, unknown> {
  if (route.raw === 'response') return { description: 'The file.', content: { '*/*': {} } };
  if (!route.response) return { description: 'Done.' };
  return { description: 'Done.', content: { 'application/json': { schema: jsonSchema(route.response) } } };
}

function jsonSchema(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  return rest;
}
