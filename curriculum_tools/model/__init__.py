"""The values that everything else is a function of.

Sources and spans, the content tree (`content`) and the guide that holds it (`guide`), dialects,
findings, rulings, configs, reports, errors. Frozen, without behaviour beyond looking at themselves;
this room imports nothing from the others.
"""
