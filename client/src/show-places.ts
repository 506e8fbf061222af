import { commands, Location, Position, Range, Uri, type Disposable } from 'vscode';
import { SHOW_PLACES, type ShowPlacesArguments } from '../../protocol/initialization.ts';
import type { Location as ProtocolLocation, Position as ProtocolPosition } from '../../protocol/place.ts';

/** The command of the code lenses: goes to a place in the letter, or shows several of them to choose from. No command of the palette. */
export function registerShowPlaces(): Disposable {
  return commands.registerCommand(SHOW_PLACES, (...[uri, from, places]: ShowPlacesArguments) =>
    commands.executeCommand(
      'editor.action.goToLocations', Uri.parse(uri), position(from), places.map(location), 'peek', 'This place is no longer in the letter.',
    ));
}

function location({ uri, range: { start, end } }: ProtocolLocation): Location {
  return new Location(Uri.parse(uri), new Range(position(start), position(end)));
}

function position({ line, character }: ProtocolPosition): Position {
  return new Position(line, character);
}
