"""Addresses of the patient's pages. None of them says anything about health."""

from __future__ import annotations

from django.urls import path

from assessments.views import emergency, guidance, paper, questions, sending, start

app_name = "assessments"

urlpatterns = [
    path("", start.start, name="start"),
    path("begin/", start.begin, name="begin"),
    path("f/<int:number>/finish/", start.finish, name="finish"),
    path("leave/", start.leave, name="leave"),
    path("help/", guidance.index, name="help"),
    path("help/about/", guidance.about, name="about"),
    path("help/accessibility/", guidance.accessibility, name="accessibility"),
    path("help/paper/", paper.choose, name="paper"),
    path("help/paper/<slug:name>/", paper.blank, name="paper_form"),
    path("help/privacy/", guidance.privacy, name="privacy"),
    path("help/sources/", guidance.sources, name="sources"),
    path("help/adults/<slug:slug>/", guidance.topic, {"audience": "adults"}, name="topic"),
    path("help/children/<slug:slug>/", guidance.topic, {"audience": "children"}, name="topic"),
    path("f/<int:number>/now/", emergency.emergency, name="emergency"),
    path("f/<int:number>/share/", emergency.share, name="share"),
    path("f/<int:number>/check/", sending.check, name="check"),
    path("f/<int:number>/visit/", sending.visit, name="visit"),
    path("f/<int:number>/contact/", sending.contact, name="contact"),
    path("f/<int:number>/done/", sending.result, name="result"),
    path("f/<int:number>/print/", sending.patient_print, name="patient_print"),
    path("f/<int:number>/<slug:code>/", questions.question_page, name="page"),
]
