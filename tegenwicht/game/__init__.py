"""The rules of play, pure: no screen, files, database, clock or random source.

Imports nothing but the standard library and itself; tests/test_imports.py holds it to that.

``rules`` is the way in: ``start``, ``decide(timeline, action)`` to one event or a refusal, ``apply``, ``replay``,
``legal_actions``. An action that carries free text or numbers is legal as its type, all others as themselves.

- ``events``: actions and events that every mode has (participants, clock, finishing, undo), ``Setup``.
- ``shared``: those beside them, each a module with its actions, events, ``refusal`` and ``apply``:
  ``checkin`` (``Setup.brought``, ``Review``; ``Session.reviewed``), ``parking`` (``ParkThought``,
  ``TakeUpThought``, ``RemoveThought``; ``Session.parked``), ``harvest`` (``KeepCard``, ``WriteSentence``,
  ``WriteIntention``, ``PassHarvest``; ``Session.harvest``, ``next_to_tell``, ``for_the_next``).
- ``tegenwicht``: Kaartgesprek. Drawing (``Draw``, ``DrawFrom``), marks, the counterweight (``CardInPlay.opposite``),
  the guess (``GuessRound``, ``can_guess``, ``outcome``), jokers (``Table.jokers``, ``PlayJoker``, ``PlayOwnJoker``).
- ``stones``: Tien stenen, as a game and as a frame around a Kaartgesprek (``stones_of``).
- ``plan``: the time there is (``planned``, ``outlook``). ``kinds``: other kinds of card mixed in (``mixed``).
- ``tally``: what came up; ``PEOPLE`` and ``FRAMES`` are the two pans, ``hangs_on_one_side`` keeps the beam level.
- ``editions``: which rules hold in which session.
"""
