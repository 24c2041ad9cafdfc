"""How hard the words of the patient pages are to read, measured over every string (`manage.py reading`).

`catalogue` finds the strings in the sources, so that none is missed; `units` puts them together as a
person meets them; `formula` measures; `words` lists what may and may not be said; `rule` judges.
"""
